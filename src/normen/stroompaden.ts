import type { Meld } from './bestand.ts'
import type { Schemaantwoord, Stroomschema } from './stroomschema.ts'

/** Het antwoord verandert niets: de weg blijft zoals hij was. */
export const VERDER = 'verder'

/**
 * Elke stap en elk einde is te bereiken, elk antwoord gaat ergens heen, en de weg loopt nooit in een kring. Alleen een antwoord met `met` gaat
 * terug: dan krijgt een eerdere stap een ander antwoord, en verdwijnt het antwoord dat terugging.
 */
export function controleerPaden(schema: Stroomschema, meld: Meld): void {
  const bestaat = (id: string): boolean => schema.stappen.has(id) || schema.einden.has(id)
  const eis = (klopt: boolean, plek: string, regel: string, herstel: string): void => { if (!klopt) meld(plek, regel, herstel) }
  for (const { id, antwoorden } of schema.stappen.values()) {
    for (const { code, naar, met, alleenBij } of antwoorden) {
      const plek = `stappen.${id}.antwoorden.${code}`
      eis(bestaat(naar) || naar === VERDER, `${plek}.naar`, `${naar} is geen stap en geen einde`, 'verbeter het nummer')
      if (met !== null) eis(volgendenVan(schema, naar, antwoordVan(schema, naar, met)).size > 0 && isEerder(schema, naar, id), `${plek}.met`, 'teruggaan kan alleen naar een eerdere stap die dit antwoord heeft', 'verbeter `naar` of `met`')
      for (const { stap, antwoorden: codes } of alleenBij) eis(codes.length > 0 && codes.every((een) => antwoordVan(schema, stap, een) !== undefined), `${plek}.alleen_bij`, `${stap} heeft een van deze antwoorden niet`, 'verbeter de codes')
    }
  }
  for (const { id, naar, verder } of schema.einden.values()) {
    for (const stap of [...(naar === null ? [] : [naar]), ...verder]) eis(schema.stappen.has(stap), `einden.${id}`, `${stap} is geen stap`, 'verbeter het nummer')
  }
  const bereikt = bereikbaarVan(schema, schema.begin)
  for (const id of [...schema.stappen.keys(), ...schema.einden.keys()]) {
    eis(bereikt.has(id), id, 'elke stap en elk einde is te bereiken vanaf het begin', 'laat een antwoord hierheen gaan, of haal de stap weg')
    eis(!opvolgersVan(schema, id).some((volgende) => volgende === id || bereikbaarVan(schema, volgende).has(id)), id, 'vanaf deze stap komt de weg hier weer terug', 'gebruik `met` om terug te gaan')
  }
}

function antwoordVan(schema: Stroomschema, stap: string, code: string): Schemaantwoord | undefined {
  return schema.stappen.get(stap)?.antwoorden.find((antwoord) => antwoord.code === code)
}

function volgendenVan(schema: Stroomschema, stap: string, antwoord: Schemaantwoord | undefined): ReadonlySet<string> {
  return new Set(antwoord === undefined || !schema.stappen.has(stap) || antwoord.met !== null ? [] : [antwoord.naar])
}

function isEerder(schema: Stroomschema, eerder: string, stap: string): boolean {
  return bereikbaarVan(schema, eerder).has(stap)
}

/** Waar de weg vanaf hier verder kan, zonder terug te gaan. */
function opvolgersVan(schema: Stroomschema, id: string): readonly string[] {
  const stap = schema.stappen.get(id)
  if (stap !== undefined) return stap.antwoorden.flatMap(({ naar, met }) => (met === null && naar !== VERDER ? [naar] : []))
  const einde = schema.einden.get(id)
  return einde === undefined ? [] : [...(einde.naar === null ? [] : [einde.naar]), ...einde.verder]
}

function bereikbaarVan(schema: Stroomschema, van: string): ReadonlySet<string> {
  const gezien = new Set<string>()
  const teGaan = [van]
  for (let id = teGaan.pop(); id !== undefined; id = teGaan.pop()) {
    if (gezien.has(id)) continue
    gezien.add(id)
    teGaan.push(...opvolgersVan(schema, id))
  }
  return gezien
}
