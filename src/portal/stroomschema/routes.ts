import { loopSchema, leesStroomuitkomst, type Schemaweg } from '../../beslissing/index.ts'
import { type Datum, datumInNederland } from '../../kern/datum.ts'
import { type Schemastap, stroomschema } from '../../normen/index.ts'
import { toonRoutes } from '../../rio/index.ts'
import type { Bezoek, Portaalantwoord, Portaaldeur, Portaalroute } from '../kader/route.ts'
import { tekenLijst } from './lijstpagina.tsx'
import { teksten } from './teksten.ts'
import { tekenUitkomst } from './uitkomstpagina.tsx'
import { leesSchemavraag, schemaadres, type Schemavraag } from './vraag.ts'
import { type Schoolpaar, tekenVraag } from './vraagpagina.tsx'

export const stroomschemaroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/stroomschema', toegang: 'openbaar', publiekmenu: { nl: teksten.nl.menu, en: teksten.en.menu }, verwerk: (bezoek, { query }) => toonStroomschema(bezoek, query) },
  { methode: 'GET', pad: '/stroomschema/lijst', toegang: 'openbaar', verwerk: async ({ omgeving }, { query }) => {
    const schema = stroomschema()
    const gegeven = leesSchemavraag(schema, query)
    return { soort: 'bladzijde', html: tekenLijst({ omgeving, schema, gegeven, weg: loopSchema(schema, gegeven.antwoorden) }) }
  } },
]

async function toonStroomschema({ omgeving, deur }: Bezoek, query: unknown): Promise<Portaalantwoord> {
  const schema = stroomschema()
  const gegeven = leesSchemavraag(schema, query)
  const weg = loopSchema(schema, gegeven.antwoorden)
  const leeg = gegeven.na !== null && gegeven.antwoorden[gegeven.na] === undefined
  // Na het formulier een kort adres zonder `na`: zo is de bladzijde te bewaren en gaat terug naar de vraag.
  if (gegeven.na !== null && !leeg) return { soort: 'ga-naar', pad: schemaadres({ antwoorden: weg.antwoorden, paar: gegeven.paar }) }
  const stap = gevraagdeStap(weg, leeg ? gegeven.na : gegeven.vraag, (id) => schema.stappen.get(id))
  const vandaag = datumInNederland(deur.nu())
  const scholen = await loadScholen(deur, gegeven.paar, vandaag)
  if (stap !== null) return { soort: 'bladzijde', html: tekenVraag({ omgeving, schema, weg, gegeven, stap, scholen, leeg: leeg && stap.id === gegeven.na }), ...(leeg ? { status: 400 } : {}) }
  if (weg.einde === null) throw new Error('een weg heeft een open vraag of een einde')
  return { soort: 'bladzijde', html: tekenUitkomst({ omgeving, schema, weg, gegeven, scholen, vandaag, uitkomst: leesStroomuitkomst({ ...weg, einde: weg.einde }, vandaag, deur.normen) }) }
}

/** De scholen van een gezochte route; null zonder route, of als zij er niet meer is. */
async function loadScholen({ database }: Portaaldeur, paar: Schemavraag['paar'], vandaag: Datum): Promise<Schoolpaar | null> {
  const [route] = paar === null ? [] : await toonRoutes(database, paar.vo, paar.mbo, vandaag)
  return route === undefined ? null : { vo: route.vo, mbo: route.mbo }
}

/** De vraag die iemand wil zien, als zij op zijn weg ligt; anders de eerste zonder antwoord. Null: de weg is af. */
function gevraagdeStap(weg: Schemaweg, gevraagd: Schemavraag['vraag'], find: (id: string) => Schemastap | undefined): Schemastap | null {
  const kan = weg.open?.id === gevraagd || weg.gezet.some(({ stap }) => stap.id === gevraagd) || (gevraagd !== null && weg.einde?.verder.includes(gevraagd) === true)
  return (kan && gevraagd !== null ? find(gevraagd) : undefined) ?? weg.open
}
