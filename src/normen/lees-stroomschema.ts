/** Leest het stroomschema uit regels/ en controleert het. */
import type { RegelId } from '../kern/reden.ts'
import { isVelden, tekstlijst, verplichteTekst, weigerOnbekendeVelden } from './bestand.ts'
import type { Meld, Velden } from './bestand.ts'
import { leesZekerheid } from './parameter.ts'
import { controleerPaden } from './stroompaden.ts'
import type { Antwoordwoorden, Eindwoorden, Herkomst, Plaats, Schemaantwoord, Schemaeinde, Schemastap, Stapwoorden, Stroomschema } from './stroomschema.ts'
import { leesEngels, type Vertaald } from './vertaling.ts'

interface Bekend {
  readonly bronnen: ReadonlySet<string>
  readonly regels: ReadonlySet<string>
}

export function leesStroomschema(velden: Velden, bekend: Bekend, meld: Meld): Stroomschema {
  weigerOnbekendeVelden(velden, ['begin', 'stappen', 'einden'], '', meld)
  const begin = verplichteTekst(velden, 'begin', '', meld) ?? ''
  const stappen = leesAlle(velden['stappen'], /^F\d+$/, 'stappen', meld, (id, inhoud) => leesStap(id, inhoud, bekend, meld))
  const einden = leesAlle(velden['einden'], /^END-\d+$/, 'einden', meld, (id, inhoud) => leesEinde(id, inhoud, bekend, meld))
  const schema = { begin, stappen, einden }
  controleerPaden(schema, meld)
  return schema
}

function leesAlle<T>(alles: unknown, vorm: RegExp, waar: string, meld: Meld, lees: (id: string, inhoud: Velden) => T): ReadonlyMap<string, T> {
  const gelezen = new Map<string, T>()
  for (const [id, inhoud] of Object.entries(isVelden(alles) ? alles : {})) {
    if (vorm.test(id) && isVelden(inhoud)) gelezen.set(id, lees(id, inhoud))
    else meld(`${waar}.${id}`, 'een stap is F met een nummer, een einde END- met een nummer', 'verbeter het nummer en schrijf de velden eronder')
  }
  return gelezen
}

const STAPWOORDEN = ['vraag', 'uitleg', 'kort', 'tekening', 'hulp']
const EINDWOORDEN = ['naam', 'tekening']
const HERKOMST = ['regels', 'zekerheid', 'bronnen', 'en']

function leesStap(id: string, inhoud: Velden, bekend: Bekend, meld: Meld): Schemastap {
  weigerOnbekendeVelden(inhoud, [...STAPWOORDEN, ...HERKOMST, 'plaats', 'altijd', 'antwoorden'], `${id}.`, meld)
  const woorden = leesWoorden<Stapwoorden>(inhoud, STAPWOORDEN, `${id}.`, meld)
  const antwoorden = isVelden(inhoud['antwoorden']) ? Object.entries(inhoud['antwoorden']).map(([code, velden]) => leesAntwoord(code, isVelden(velden) ? velden : {}, `${id}.antwoorden.${code}.`, meld)) : []
  if (antwoorden.length < 2) meld(`${id}.antwoorden`, 'een vraag heeft ten minste twee antwoorden', 'voeg antwoorden toe')
  return { id, ...woorden, ...leesHerkomst(inhoud, bekend, `${id}.`, meld), plaats: leesPlaats(inhoud['plaats'], `${id}.plaats`, meld), altijd: inhoud['altijd'] === true, antwoorden }
}

function leesAntwoord(code: string, velden: Velden, plek: string, meld: Meld): Schemaantwoord {
  weigerOnbekendeVelden(velden, ['naar', 'met', 'lijn', 'alleen_bij', 'tekst', 'uitleg', 'en'], plek, meld)
  if (!/^[a-z0-9]$/.test(code)) meld(plek, 'de code van een antwoord is een kleine letter of een cijfer', 'kies een andere code')
  const { lijn, met, alleen_bij: bij } = velden
  if (lijn !== undefined && lijn !== 'ja' && lijn !== 'nee') meld(`${plek}lijn`, 'een lijn heet ja of nee', 'kies een van de twee, of laat het veld weg')
  return {
    code, naar: verplichteTekst(velden, 'naar', plek, meld) ?? '', met: typeof met === 'string' ? met : null, lijn: lijn === 'ja' || lijn === 'nee' ? lijn : null,
    alleenBij: Object.entries(isVelden(bij) ? bij : {}).map(([stap, codes]) => ({ stap, antwoorden: tekstlijst(codes) ?? [] })),
    ...leesWoorden<Antwoordwoorden>(velden, ['tekst', 'uitleg'], plek, meld),
  }
}

function leesEinde(id: string, inhoud: Velden, bekend: Bekend, meld: Meld): Schemaeinde {
  weigerOnbekendeVelden(inhoud, [...EINDWOORDEN, ...HERKOMST, 'plaatsen', 'route', 'naar', 'verder'], `${id}.`, meld)
  const plaatsen = Array.isArray(inhoud['plaatsen']) ? inhoud['plaatsen'].map((plaats: unknown) => leesPlaats(plaats, `${id}.plaatsen`, meld)) : []
  if (plaatsen.length === 0) meld(`${id}.plaatsen`, 'een einde staat ergens in de tekening', 'schrijf `plaatsen: [[kolom, rij]]`')
  const { route, naar } = inhoud
  return {
    id, ...leesWoorden<Eindwoorden>(inhoud, EINDWOORDEN, `${id}.`, meld), ...leesHerkomst(inhoud, bekend, `${id}.`, meld), plaatsen,
    route: route === 'DLR' || route === 'GLR' ? route : null, naar: typeof naar === 'string' ? naar : null, verder: tekstlijst(inhoud['verder']) ?? [],
  }
}

function leesWoorden<W>(velden: Velden, namen: readonly string[], plek: string, meld: Meld): W & Vertaald<W> {
  const nl = Object.fromEntries(namen.map((naam) => [naam, verplichteTekst(velden, naam, plek, meld) ?? '']))
  return { ...nl, en: leesEngels(velden, namen, plek, meld) } as W & Vertaald<W>
}

function leesHerkomst(velden: Velden, bekend: Bekend, plek: string, meld: Meld): Herkomst {
  return {
    regels: leesVerwijzing(velden, 'regels', bekend.regels, plek, meld) as readonly RegelId[],
    zekerheid: leesZekerheid(velden, plek, meld) ?? 'afgeleid',
    bronnen: leesVerwijzing(velden, 'bronnen', bekend.bronnen, plek, meld),
  }
}

function leesVerwijzing(velden: Velden, naam: string, bekend: ReadonlySet<string>, plek: string, meld: Meld): readonly string[] {
  const ids = tekstlijst(velden[naam]) ?? []
  if (ids.length === 0) meld(plek + naam, 'hier staat ten minste één verwijzing', `schrijf \`${naam}: [...]\``)
  for (const id of ids) if (!bekend.has(id)) meld(plek + naam, `${id} bestaat niet`, 'verbeter het nummer of voeg het toe')
  return ids
}

function leesPlaats(waarde: unknown, plek: string, meld: Meld): Plaats {
  const [kolom, rij] = Array.isArray(waarde) ? waarde as unknown[] : []
  if (typeof kolom === 'number' && typeof rij === 'number' && kolom >= 1 && kolom <= 6 && rij >= 1) return { kolom, rij }
  meld(plek, 'een plaats is [kolom, rij], met kolom 1 tot en met 6', 'schrijf bijvoorbeeld `[2, 1]`')
  return { kolom: 1, rij: 1 }
}
