/** `leerroute toets` met wat het register al weet: voor records (NDJSON), en alles wat een server toetst. */
import { basename } from 'node:path'
import type { Toetsuitslag } from '../aanlevering/index.ts'
import { type Bevinding, type Stapel, stapel } from '../bron/zonder-register.ts'
import { getal } from './getallen.ts'
import { alsInhoud, leesMetVoortgang, omvangVan } from './kader/bestand.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { eisAntwoord, kiesServer } from './kader/server.ts'
import type { Serveropties } from './kader/serveropties.ts'
import { maakStijl } from './kader/stijl.ts'
import { zegWeigering } from './kader/weigering.ts'
import type { CliOmgeving } from './omgeving.ts'
import { maakVoortgang } from './voortgang.ts'

/** Wat er van een uitslag getoond wordt; van de server komt dezelfde vorm. */
type Uitslag = Omit<Toetsuitslag, 'bevindingen'> & { readonly bevindingen: readonly (Pick<Bevinding, 'regelnummer' | 'regel' | 'titel' | 'uitleg' | 'remedie' | 'aantal'> & { readonly stapel: Stapel })[] }

type Toetser = (pad: string, zet: (deel: number) => void) => Promise<Uitslag>

/** Toetst bij de gekozen server, of met het register van deze computer. Er wordt niets vastgelegd. */
export async function toetsBijRegister(bestanden: readonly string[], opties: Serveropties & { readonly json?: true }, omgeving: CliOmgeving): Promise<void> {
  const server = kiesServer(opties, omgeving)
  if (server === undefined) {
    // Pas hier geladen: bij een server is het register van deze computer niet nodig.
    const [{ toetsLevering }, { laadNormen }, { systeemactor }] = await Promise.all([import('../aanlevering/index.ts'), import('../normen/index.ts'), import('../toegang/index.ts')])
    return omgeving.metRegister((register) => toetsAlles(bestanden, opties.json === true, omgeving, async (pad, zet) => {
      const ctx = { actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis }
      const uitslag = await toetsLevering({ database: register.database, normen: laadNormen() }, ctx, leesMetVoortgang(pad, zet), { naam: basename(pad) })
      if (!uitslag.ok) throw new VerkeerdGebruik(`${basename(pad)}: ${zegWeigering(uitslag.reden)}`)
      const { bevindingen, afgekapt, ...rest } = uitslag.waarde
      return { ...rest, afgekapt, bevindingen: bevindingen.map((b) => ({ ...b, stapel: stapel(b) })) }
    }))
  }
  await toetsAlles(bestanden, opties.json === true, omgeving, async (pad, zet) => eisAntwoord(await server.vraag((api, poging) => {
    const { koppen, verzoek } = alsInhoud(pad, zet)
    return api.POST('/toetsen', { ...poging, ...verzoek, headers: { ...poging.headers, ...koppen } } as never)
  }), basename(pad)) as Uitslag)
}

async function toetsAlles(bestanden: readonly string[], json: boolean, omgeving: CliOmgeving, toets: Toetser): Promise<void> {
  const uit: unknown[] = []
  for (const pad of bestanden) {
    const voortgang = maakVoortgang(omgeving, basename(pad), omvangVan(pad))
    const uitslag = await toets(pad, voortgang.zet)
    voortgang.klaar()
    if (json) uit.push({ bestand: basename(pad), ...uitslag })
    else omgeving.schrijf(toonUitslag(basename(pad), uitslag, omgeving))
    if (telFouten(uitslag) > 0) omgeving.eindigMet(1)
  }
  if (json) omgeving.schrijf(`${JSON.stringify({ bestanden: uit })}\n`)
}

function telFouten({ regels, bevindingen }: Uitslag): number {
  return regels.filter(({ fouten, uitkomst }) => fouten.length > 0 || uitkomst === 'geen-recht').length + bevindingen.filter(({ stapel: waar }) => waar === 'moet-u-verbeteren').length
}

const MEESTE_REGELS = 20
const STAPELS = { 'moet-u-verbeteren': 'moet u verbeteren', 'kijk-na': 'kijk na', 'anders-gelezen': 'anders gelezen' } as const satisfies Readonly<Record<Stapel, string>>

function toonUitslag(naam: string, uitslag: Uitslag, omgeving: CliOmgeving): string {
  const stijl = maakStijl(omgeving)
  const fouten = telFouten(uitslag)
  const { regels, bevindingen, tellingen } = uitslag
  const uitkomsten = Object.entries(tellingen ?? {}).filter(([, aantal]) => aantal > 0).map(([uitkomst, aantal]) => `${getal(aantal)} ${uitkomst}`)
  const lijst = [
    stijl.kop(`${naam} (${uitslag.soort})`), `  ${getal(uitslag.records)} records. Dit was een toets: er is niets vastgelegd.`,
    ...(uitkomsten.length === 0 ? [] : [`  Zo zou het gaan: ${uitkomsten.join(', ')}`]),
    '', fouten === 0 ? stijl.goed('Klaar om te leveren: geen fouten') : stijl.fout(`Niet klaar om te leveren: ${getal(fouten)} ${fouten === 1 ? 'fout' : 'fouten'}`),
    ...regels.slice(0, MEESTE_REGELS).flatMap((r) => [
      '', `Regel ${getal(r.regelnummer)}: ${r.soort ?? 'onleesbaar record'}, ${r.uitkomst}`,
      ...r.fouten.map(({ veld, regel, watTeDoen }) => `  - ${veld === '' ? '' : `${veld}: `}${regel} ${watTeDoen}`), ...r.signalen.map(({ code, uitleg }) => `  ! ${code}: ${uitleg}`),
    ]),
    ...bevindingen.slice(0, MEESTE_REGELS).flatMap((b) => ['', `${b.regel}  ${b.titel} · ${getal(b.aantal)} keer (${STAPELS[b.stapel]})`, `  ${b.regelnummer === null ? '' : `Regel ${getal(b.regelnummer)}. `}${b.uitleg} ${b.remedie}`]),
    ...(uitslag.afgekapt || regels.length > MEESTE_REGELS || bevindingen.length > MEESTE_REGELS ? ['', 'Er is meer. Alles wat getoetst is, staat in --json.'] : []),
  ]
  return `${lijst.map((regel) => vouw(regel, omgeving.breedte, 2)).join('\n')}\n\n`
}
