/** `leerroute beheer koppeling`: de sleutels waarmee andere systemen zich aanmelden. */
import { rmSync, writeFileSync } from 'node:fs'
import { Option } from 'commander'
import type { Datum } from '../../kern/datum.ts'
import { type Actiecontext, type Koppeling, maakKoppeling, type NieuweKoppeling, systeemactor, toonKoppelingen, trekKoppelingIn } from '../../toegang/index.ts'
import { vouw } from '../kader/breedte.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { leesDatum } from '../kader/invoer.ts'
import { Groep, Opdracht } from '../kader/opdracht.ts'
import { zegWeigering } from '../kader/weigering.ts'
import type { MaakOpdracht, Register } from '../omgeving.ts'
import { leesRol, ROLLEN } from './rol.ts'

export const koppelingGroep: MaakOpdracht = (omgeving) => {
  const groep = new Groep('koppeling', 'beheert de sleutels van andere systemen')
  for (const maak of [maakOpdracht, toonOpdracht, trekInOpdracht]) groep.addCommand(maak(omgeving))
  return groep
}

interface Maakopties {
  readonly naam: string
  readonly soort: NieuweKoppeling['soort']
  readonly rol: NieuweKoppeling['rollen']
  readonly geldigTotEnMet: Datum
  readonly sleutelNaar?: string
  readonly json?: true
}

const maakOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('maak', {
    uitleg: 'maakt een koppeling en geeft haar sleutel, één keer',
    toelichting: `De sleutel is daarna nergens meer te lezen. Met --sleutel-naar komt hij in een nieuw bestand dat alleen u kunt lezen, in plaats van op het scherm.\n\nRollen: ${ROLLEN.join(', ')}.`,
    voorbeelden: [
      { regel: 'leerroute beheer koppeling maak --naam Studentensysteem --rol bron-inschrijving-mbo:21MB --rol raadplegen:21MB --geldig-tot-en-met 2027-07-31 --sleutel-naar lindemeer.sleutel', uitleg: 'een school die levert en raadpleegt' },
      { regel: 'leerroute beheer koppeling maak --naam Behandeling --soort duo --geldig-tot-en-met 2027-07-31', uitleg: 'een systeem van DUO, dat alles leest en niets van een school schrijft' },
    ],
    json: 'geeft { "koppelingId", "sleutel" } als JSON; zonder sleutel bij --sleutel-naar',
    codes: { 0: 'gemaakt', 2: 'een gegeven klopt niet; er is niets gemaakt' },
  })
    .verplicht('--naam <naam>', 'hoe u de koppeling herkent')
    .addOption(new Option('--soort <soort>', 'voor wie de koppeling werkt').choices(['school', 'duo', 'systeem']).default('school'))
    .option('--rol <rol:brin>', 'een rol bij een school, bijvoorbeeld raadplegen:21MB; vaker te geven', leesRol, [])
    .verplicht('--geldig-tot-en-met <datum>', 'de laatste dag waarop de sleutel werkt, bijvoorbeeld 2027-07-31', leesDatum)
    .option('--sleutel-naar <bestand>', 'schrijft de sleutel in een nieuw bestand dat alleen u kunt lezen')
    .action(({ naam, soort, rol, geldigTotEnMet, sleutelNaar, json }: Maakopties) => omgeving.metRegister(async (register) => {
      // Eerst het bestand: een sleutel die nergens heen kan, is weg.
      if (sleutelNaar !== undefined) maakLeegBestand(sleutelNaar)
      const gemaakt = await maakKoppeling(register.database, contextVan(register), { naam, soort, rollen: rol, geldigTotEnMet })
      if (!gemaakt.ok && sleutelNaar !== undefined) rmSync(sleutelNaar)
      if (!gemaakt.ok) throw new VerkeerdGebruik(zegWeigering(gemaakt.reden))
      const { koppelingId, sleutel } = gemaakt.waarde
      if (sleutelNaar !== undefined) writeFileSync(sleutelNaar, `${sleutel}\n`, { mode: 0o600 })
      if (json) omgeving.schrijf(`${JSON.stringify(sleutelNaar === undefined ? { koppelingId, sleutel } : { koppelingId })}\n`)
      else omgeving.schrijf(`Gemaakt: ${koppelingId}\n${sleutelNaar === undefined ? `Sleutel: ${sleutel}\nBewaar haar nu: zij is hierna niet meer te lezen.\n` : `De sleutel staat in ${sleutelNaar}.\n`}`)
    }))

function maakLeegBestand(pad: string): void {
  try {
    writeFileSync(pad, '', { mode: 0o600, flag: 'wx' })
  } catch (fout) {
    const bestaat = fout instanceof Error && 'code' in fout && fout.code === 'EEXIST'
    throw new VerkeerdGebruik(bestaat ? `${pad} bestaat al. Kies een andere naam, zodat u geen sleutel overschrijft.` : `${pad} is niet te schrijven. Kies een map waar u mag schrijven.`)
  }
}

const toonOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('toon', {
    uitleg: 'toont alle koppelingen, ook ingetrokken en verlopen',
    voorbeelden: [{ regel: 'leerroute beheer koppeling toon', uitleg: 'naam, rollen, geldigheid en wanneer zij voor het laatst gebruikt is' }],
    json: 'geeft { "koppelingen": [...] } als JSON, zonder sleutels',
    codes: {},
  }).action(({ json }: { readonly json?: true }) => omgeving.metRegister(async (register) => {
    const gelezen = await toonKoppelingen(register.database, contextVan(register))
    if (!gelezen.ok) throw new VerkeerdGebruik(zegWeigering(gelezen.reden))
    if (json) omgeving.schrijf(`${JSON.stringify({ koppelingen: gelezen.waarde })}\n`)
    else omgeving.schrijf(vouw(gelezen.waarde.length === 0 ? 'Er zijn geen koppelingen.\n' : gelezen.waarde.map(toonKoppeling).join('\n'), omgeving.breedte, 2))
  }))

function toonKoppeling(k: Koppeling): string {
  const stand = k.ingetrokkenOp === null ? `werkt tot en met ${k.geldigTotEnMet}` : `ingetrokken op ${k.ingetrokkenOp.slice(0, 10)}`
  const rollen = k.rollen.map(({ rol, brin }) => `${rol}:${brin}`)
  return `${k.naam} (${k.soort})\n  ${k.koppelingId} · ${stand} · ${k.laatstGebruiktOp === null ? 'nooit gebruikt' : `laatst gebruikt op ${k.laatstGebruiktOp.slice(0, 16).replace('T', ' ')}`}\n${rollen.length === 0 ? '' : `  ${rollen.join(', ')}\n`}`
}

const trekInOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('intrek', {
    uitleg: 'trekt een koppeling in; haar sleutel werkt dan nergens meer',
    voorbeelden: [{ regel: 'leerroute beheer koppeling intrek 019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', uitleg: 'de koppelingId staat bij: leerroute beheer koppeling toon' }],
    json: 'geeft { "koppelingId", "uitkomst": "ingetrokken" of "ongewijzigd" } als JSON',
    codes: { 0: 'ingetrokken, of dat was al zo', 2: 'deze koppeling bestaat niet' },
  })
    .argument('<koppelingId>', 'welke koppeling')
    .action((koppelingId: string, { json }: { readonly json?: true }) => omgeving.metRegister(async (register) => {
      const gedaan = await trekKoppelingIn(register.database, contextVan(register), koppelingId)
      if (!gedaan.ok) throw new VerkeerdGebruik('Deze koppeling bestaat niet. Zoek de koppelingId op met: leerroute beheer koppeling toon')
      const { uitkomst } = gedaan.waarde
      omgeving.schrijf(json ? `${JSON.stringify({ koppelingId, uitkomst })}\n` : uitkomst === 'ingetrokken' ? 'Ingetrokken. De sleutel werkt niet meer.\n' : 'Deze koppeling was al ingetrokken.\n')
    }))

function contextVan(register: Register): Actiecontext {
  return { actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis }
}

