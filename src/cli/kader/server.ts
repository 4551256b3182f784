/** Voor opdrachten die hetzelfde werk ook aan een server kunnen vragen: de sleutel en de fouten. */
import { readFileSync, statSync } from 'node:fs'
import { Adresfout, type Client, maakClient, type Serverfout, zegServerfout } from '../../client/index.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import { aangemeldeSleutel } from '../aanmelding.ts'
import type { CliOmgeving } from '../omgeving.ts'
import { Mislukt, VerkeerdGebruik } from './einde.ts'
import type { Serveropties } from './serveropties.ts'

/** De server die gekozen is, of undefined als het werk op deze computer gebeurt. */
export function kiesServer({ server, sleutelBestand }: Serveropties, omgeving: CliOmgeving): Client | undefined {
  const adres = server ?? omgeving.server.adres
  if (adres === undefined) {
    if (sleutelBestand !== undefined) throw new VerkeerdGebruik('Bij --sleutel-bestand hoort --server, of LEERROUTE_SERVER.')
    return undefined
  }
  try {
    const sleutel = sleutelBestand === undefined ? omgeving.server.sleutel ?? aangemeldeSleutel(omgeving, adres) : leesSleutel(sleutelBestand)
    return maakClient({ adres, sleutel, stop: omgeving.stop(), opWachten: (ms) => omgeving.meld(`De server vraagt om even te wachten; opnieuw over ${Math.max(1, Math.round(ms / 1_000))} s.\n`) })
  } catch (fout) {
    if (fout instanceof Adresfout) throw new VerkeerdGebruik(fout.message)
    throw fout
  }
}

/** Het antwoord, of een einde van de opdracht: 2 als de vraag niet klopt of niet mag, 3 als de server het niet kan. */
export function eisAntwoord<T>(uitkomst: Uitkomst<T, Serverfout>, waarover = ''): T {
  if (uitkomst.ok) return uitkomst.waarde
  const fout = uitkomst.reden
  if (fout.soort === 'probleem' && fout.code === 'niet-aangemeld') throw new VerkeerdGebruik(GEEN_SLEUTEL)
  const tekst = `${waarover === '' ? '' : `${waarover}: `}${zegServerfout(fout)}`
  if (fout.soort === 'probleem' && fout.status < 500 && fout.status !== 429) throw new VerkeerdGebruik(tekst)
  throw new Mislukt(tekst)
}

const GEEN_SLEUTEL = 'De server kent u niet (meer). Meld u aan met: leerroute aanmelden. Geef --sleutel-bestand als u een sleutel van een koppeling heeft, of zet LEERROUTE_SLEUTEL. Was u aangemeld, vraag dan de beheerder van de school of het mandaat nog geldt.'

const ALLEEN_EIGENAAR = 0o077

function leesSleutel(pad: string): string {
  const stand = statSync(pad, { throwIfNoEntry: false })
  if (stand === undefined) throw new VerkeerdGebruik(`${pad} bestaat niet. Controleer de naam van het bestand met uw sleutel.`)
  if (process.platform !== 'win32' && (stand.mode & ALLEEN_EIGENAAR) !== 0) {
    throw new VerkeerdGebruik(`${pad} is ook voor anderen te lezen. Herstel dat met: chmod 600 ${pad}`)
  }
  const sleutel = readFileSync(pad, 'utf8').trim()
  if (/^[\x21-\x7e]+$/.test(sleutel)) return sleutel
  throw new VerkeerdGebruik(`${pad} bevat geen sleutel: verwacht wordt één regel zonder spaties.`)
}
