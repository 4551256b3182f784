/** `leerroute beheer inzage`: alles wat het register over een student heeft, voor wie daar recht op heeft (AVG artikel 15). */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Inzage, type Inzagevraag, maakInzage } from '../../logboek/index.ts'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import { systeemactor } from '../../toegang/index.ts'
import { vouw } from '../kader/breedte.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { Opdracht } from '../kader/opdracht.ts'
import type { MaakOpdracht } from '../omgeving.ts'

interface Opties {
  readonly deelnemer?: string
  readonly nummerUit?: string
  readonly uit?: string
  readonly json?: true
}

const TOELICHTING = `Geeft persoonsgegevens, standen door de tijd, signalen met de feiten en normen van toen, afspraken, verzuim, gebeurtenissen, berichten aan scholen, en wie er wanneer keek.

Een persoonsnummer komt uit een bestand of van stdin, nooit uit een argument: dat ziet iedereen in de lijst met processen. De vraag zelf komt in de audit en in het logboek van verwerkingen.`

export const inzageOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('inzage', {
    uitleg: 'geeft alles over een student, met wie er keek',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute beheer inzage --nummer-uit nummer.txt --json --uit inzage.json', uitleg: 'op persoonsnummer, naar een nieuw bestand dat alleen u kunt lezen' },
      { regel: 'leerroute beheer inzage --deelnemer 019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', uitleg: 'leesbaar, op het scherm' },
    ],
    json: 'geeft alles als een JSON-object, met elke rij zoals zij in het register staat',
    codes: { 0: 'gevonden', 1: 'deze student is niet bekend', 2: 'een gegeven klopt niet' },
  })
    .option('--deelnemer <id>', 'de sleutel van de student in het register')
    .option('--nummer-uit <bestand>', 'leest het persoonsnummer uit dit bestand; - is stdin')
    .option('--uit <bestand>', 'schrijft naar een nieuw bestand in plaats van het scherm')
    .action((opties: Opties) => {
      const vraag = leesVraag(opties)
      return omgeving.metRegister(async ({ database, kluis, nu }) => {
        const gemaakt = await maakInzage(database, { actor: systeemactor('opdrachtregel'), nu: nu(), kluis }, vraag)
        if (!gemaakt.ok) {
          omgeving.meld('Deze student staat niet in het register. Controleer de sleutel of het nummer.\n')
          omgeving.eindigMet(1)
          return
        }
        const inhoud = opties.json === true ? `${JSON.stringify(gemaakt.waarde, null, 2)}\n` : toon(gemaakt.waarde)
        if (opties.uit === undefined) omgeving.schrijf(opties.json === true ? inhoud : vouw(inhoud, omgeving.breedte, 4))
        else schrijfNieuw(opties.uit, inhoud)
      })
    })

function leesVraag({ deelnemer, nummerUit }: Opties): Inzagevraag {
  if ((deelnemer === undefined) === (nummerUit === undefined)) throw new VerkeerdGebruik('Geef --deelnemer of --nummer-uit, een van de twee.')
  if (deelnemer !== undefined) return { deelnemerId: deelnemer }
  const persoonsnummer = leesNummer(nummerUit ?? '')
  if (!isBsn(persoonsnummer) && !isOnderwijsnummer(persoonsnummer)) throw new VerkeerdGebruik('Het bestand bevat geen burgerservicenummer of onderwijsnummer. Zet er alleen het nummer in, negen cijfers.')
  return { persoonsnummer }
}

function leesNummer(pad: string): string {
  try {
    return readFileSync(pad === '-' ? 0 : pad, 'utf8').trim()
  } catch {
    throw new VerkeerdGebruik('Het bestand met het persoonsnummer is niet te lezen. Controleer de naam.')
  }
}

function schrijfNieuw(pad: string, inhoud: string): void {
  try {
    writeFileSync(pad, inhoud, { mode: 0o600, flag: 'wx' })
  } catch (fout) {
    const bestaat = fout instanceof Error && 'code' in fout && fout.code === 'EEXIST'
    throw new VerkeerdGebruik(bestaat ? `${pad} bestaat al. Kies een andere naam.` : `${pad} is niet te schrijven. Kies een map waar u mag schrijven.`)
  }
}

function toon({ gemaaktOp, deelnemerId, persoonsnummer, gegevens, afleveringen, verwerkingen }: Inzage): string {
  const tabellen = Object.entries(gegevens).filter(([, rijen]) => rijen.length > 0).flatMap(([tabel, rijen]) => [
    '', `${tabel} (${rijen.length})`, ...rijen.map((rij) => `  ${Object.entries(rij).filter(([naam, waarde]) => waarde !== null && naam !== 'deelnemer_id').map(([naam, waarde]) => `${naam}: ${typeof waarde === 'object' ? JSON.stringify(waarde) : String(waarde)}`).join(' · ')}`),
  ])
  const wie = verwerkingen.map(({ beginOp, naam, status, activiteit, door }) =>
    `  ${beginOp.slice(0, 19).replace('T', ' ')} ${naam} (${activiteit}${status === 'OK' ? '' : ', mislukt'}) door ${door.length === 0 ? 'het systeem' : door.map(({ actor, brin }) => `${actor}${brin === null ? '' : ` van ${brin}`}`).join(', ')}`)
  return `${[
    `Inzage van ${gemaaktOp.slice(0, 10)}`, `Deelnemer ${deelnemerId}`, `${persoonsnummer.soort} ${persoonsnummer.nummer}, bekend sinds ${persoonsnummer.bekendSinds.slice(0, 10)}`, ...tabellen,
    '', `berichten aan scholen (${afleveringen.length})`, ...afleveringen.map((rij) => `  ${JSON.stringify(rij)}`), '', `wie keek of schreef (${verwerkingen.length})`, ...wie,
  ].join('\n')}\n`
}
