/** `leerroute beheer machine`: systemen van leveranciers die tokens mogen vragen. */
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Option } from 'commander'
import { type Actiecontext, type Machineclient, type Machinemethode, registreerMachine, systeemactor, toonMachines, trekMachineIn } from '../../toegang/index.ts'
import { vouw } from '../kader/breedte.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { Groep, Opdracht } from '../kader/opdracht.ts'
import { zegWeigering } from '../kader/weigering.ts'
import type { MaakOpdracht, Register } from '../omgeving.ts'

export const machineGroep: MaakOpdracht = (omgeving) => {
  const groep = new Groep('machine', 'beheert de systemen van leveranciers die tokens mogen vragen')
  for (const maak of [registreerOpdracht, toonOpdracht, trekInOpdracht]) groep.addCommand(maak(omgeving))
  return groep
}

interface Opties {
  readonly naam: string
  readonly oin: string
  readonly methode: Machinemethode
  readonly jwks?: string
  readonly jwksUri?: string
  readonly certificaat: readonly string[]
  readonly json?: true
}

const registreerOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('registreer', {
    uitleg: 'registreert een systeem van een leverancier en geeft zijn client-id',
    toelichting: 'De leverancier geeft u zijn OIN en zijn openbare sleutel of zijn certificaat; een geheim is er niet bij. Daarna mag het systeem nog niets: dat begint met een mandaat van een school, in het portaal.\n\nMet --certificaat bij private_key_jwt zitten de tokens vast aan dat certificaat.',
    voorbeelden: [
      { regel: 'leerroute beheer machine registreer --naam SIS-Proef --oin 00000099000000010000 --jwks leverancier-1.jwks.json', uitleg: 'een systeem dat met een sleutel tekent' },
      { regel: 'leerroute beheer machine registreer --naam SIS-Proef --oin 00000099000000010000 --methode tls_client_auth --certificaat leverancier-1.crt', uitleg: 'een systeem dat met een certificaat verbindt' },
    ],
    json: 'geeft { "clientId" } als JSON',
    codes: { 0: 'geregistreerd', 2: 'een gegeven klopt niet; er is niets geregistreerd' },
  })
    .verplicht('--naam <naam>', 'leverancier en systeem, zoals een school het herkent')
    .verplicht('--oin <oin>', 'OIN van de leverancier, 20 tekens')
    .addOption(new Option('--methode <methode>', 'hoe het systeem zich aanmeldt').choices(['private_key_jwt', 'tls_client_auth']).default('private_key_jwt'))
    .option('--jwks <bestand>', 'openbare sleutels als JWK Set')
    .option('--jwks-uri <url>', 'https-adres waar de leverancier zijn openbare sleutels zet')
    .option('--certificaat <bestand>', 'certificaat waarmee het systeem verbindt (PEM); vaker te geven', (pad: string, eerdere: readonly string[]) => [...eerdere, pad], [])
    .action(({ naam, oin, methode, jwks, jwksUri, certificaat, json }: Opties) => omgeving.metRegister(async (register) => {
      const nieuw = { naam, oin, methode, vingerafdrukken: certificaat.map(leesVingerafdruk), ...(jwks === undefined ? {} : { jwks: leesJson(jwks) }), ...(jwksUri === undefined ? {} : { jwksUri }) }
      const gedaan = await registreerMachine(register.database, contextVan(register), nieuw, register.productie === true)
      if (!gedaan.ok) throw new VerkeerdGebruik(zegWeigering(gedaan.reden))
      const { clientId } = gedaan.waarde
      omgeving.schrijf(json ? `${JSON.stringify({ clientId })}\n` : vouw(`Geregistreerd. Client-id: ${clientId}\nGeef die aan de leverancier. Een school geeft het mandaat in het portaal.\n`, omgeving.breedte, 2))
    }))

function leesJson(pad: string): unknown {
  try {
    return JSON.parse(readFileSync(pad, 'utf8')) as unknown
  } catch {
    throw new VerkeerdGebruik(`${pad} is niet te lezen als JSON.`)
  }
}

/** SHA-256 van het certificaat in DER. */
function leesVingerafdruk(pad: string): string {
  try {
    return createHash('sha256').update(new X509Certificate(readFileSync(pad)).raw).digest('hex')
  } catch {
    throw new VerkeerdGebruik(`${pad} is niet te lezen als certificaat in PEM.`)
  }
}

const toonOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('toon', {
    uitleg: 'toont alle geregistreerde systemen, ook ingetrokken',
    voorbeelden: [{ regel: 'leerroute beheer machine toon', uitleg: 'naam, OIN, manier van aanmelden en certificaten' }],
    json: 'geeft { "machines": [...] } als JSON',
    codes: {},
  }).action(({ json }: { readonly json?: true }) => omgeving.metRegister(async (register) => {
    const gelezen = await toonMachines(register.database, contextVan(register))
    if (!gelezen.ok) throw new VerkeerdGebruik(zegWeigering(gelezen.reden))
    if (json) omgeving.schrijf(`${JSON.stringify({ machines: gelezen.waarde })}\n`)
    else omgeving.schrijf(vouw(gelezen.waarde.length === 0 ? 'Er zijn geen systemen geregistreerd.\n' : gelezen.waarde.map(toonMachine).join('\n'), omgeving.breedte, 2))
  }))

function toonMachine({ naam, oin, clientId, methode, jwksUri, vingerafdrukken, ingetrokkenOp }: Machineclient): string {
  return `${naam} (OIN ${oin})\n  ${clientId} · ${methode} · ${ingetrokkenOp === null ? 'in gebruik' : `ingetrokken op ${ingetrokkenOp.slice(0, 10)}`}\n${jwksUri === undefined ? '' : `  sleutels: ${jwksUri}\n`}${vingerafdrukken.map((afdruk) => `  certificaat ${afdruk}\n`).join('')}`
}

const trekInOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('intrek', {
    uitleg: 'trekt een systeem in; zijn tokens werken bij het volgende verzoek niet meer',
    voorbeelden: [{ regel: 'leerroute beheer machine intrek 019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', uitleg: 'de client-id staat bij: leerroute beheer machine toon' }],
    json: 'geeft { "clientId", "uitkomst": "ingetrokken" of "ongewijzigd" } als JSON',
    codes: { 0: 'ingetrokken, of dat was al zo', 2: 'dit systeem bestaat niet' },
  })
    .argument('<clientId>', 'welk systeem')
    .action((clientId: string, { json }: { readonly json?: true }) => omgeving.metRegister(async (register) => {
      const gedaan = await trekMachineIn(register.database, contextVan(register), clientId)
      if (!gedaan.ok) throw new VerkeerdGebruik('Dit systeem bestaat niet. Zoek de client-id op met: leerroute beheer machine toon')
      const { uitkomst } = gedaan.waarde
      omgeving.schrijf(json ? `${JSON.stringify({ clientId, uitkomst })}\n` : uitkomst === 'ingetrokken' ? 'Ingetrokken. Tokens van dit systeem werken niet meer.\n' : 'Dit systeem was al ingetrokken.\n')
    }))

function contextVan(register: Register): Actiecontext {
  return { actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis }
}
