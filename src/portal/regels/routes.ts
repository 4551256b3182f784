import { type Datum, datumInNederland } from '../../kern/datum.ts'
import { type Gevolgenteller, kanAnders, leesWijziging, maakGevolgenteller } from '../../gevolg/index.ts'
import { findRegel, parameters, regels } from '../../normen/index.ts'
import { lijstVan, tekstVan, veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { leesDatum } from '../woorden/datuminvoer.ts'
import { datumsIn } from '../woorden/datums.ts'
import { gevallenBij } from './gevallen.ts'
import { tekenGevolgen } from './gevolgen.tsx'
import { tekenRegels } from './lijst.tsx'
import { tekenRegel } from './page.tsx'
import { teksten } from './teksten.ts'
import { leesRegelvraag, zoekRegels } from './vraag.ts'
import { geldigOp, tekenAnders, tekenKiesGetal, WAT_VERANDERT } from './wat-verandert.tsx'

/** Zo lang wacht een bladzijde op een berekening; daarna zegt zij hoe ver het is. */
const GEDULD_MS = 3_000
/** S-18: elke nieuwe waarde laat ons rekenen. */
const PER_NETWERK = 30

/** De regels zijn openbaar: er staat geen student in. De draad die rekent begint pas bij de eerste vraag. */
export function regelroutes(teller: Gevolgenteller = maakGevolgenteller(), geduldMs: number = GEDULD_MS): readonly Portaalroute[] {
  return [
    {
      methode: 'GET', pad: '/regels', toegang: 'openbaar', menu: { nl: teksten.nl.menu, en: teksten.en.menu }, publiekmenu: { nl: 'Regels', en: 'Rules' },
      verwerk: async ({ omgeving }, { query }) => {
        const vraag = leesRegelvraag(query)
        return bladzijde(tekenRegels(omgeving, vraag, zoekRegels(vraag, omgeving.taal), regels().length))
      },
    },
    { methode: 'GET', pad: WAT_VERANDERT, toegang: 'openbaar', perNetwerk: PER_NETWERK, verwerk: (bezoek, { query }) => verwerkWatVerandert(bezoek, query, teller, geduldMs) },
    {
      methode: 'GET', pad: '/regels/:id', toegang: 'openbaar',
      verwerk: async ({ omgeving, deur }, { params }) => {
        const regel = findRegel(String(veldVan(params, 'id')))
        return regel === undefined ? NIET_GEVONDEN : bladzijde(tekenRegel({ omgeving, regel, gevallen: gevallenBij(regel.id), vandaag: datumInNederland(deur.nu()) }))
      },
    },
  ]
}

const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }

/** Zonder getal: kies er een. Zonder waarde: vul haar in. Met waarde: reken. Alles staat in het adres. */
async function verwerkWatVerandert({ omgeving, deur }: Bezoek, query: unknown, teller: Gevolgenteller, geduldMs: number): Promise<Portaalantwoord> {
  const vandaag = datumInNederland(deur.nu())
  const naam = tekstVan(query, 'getal')
  if (naam === '') return bladzijde(tekenKiesGetal(omgeving, vandaag))
  const parameter = parameters().find((een) => een.naam === naam && kanAnders(een))
  if (parameter === undefined) return NIET_GEVONDEN
  const geldt = geldigOp(parameter, vandaag)
  const schrijf = (waarde: unknown): string => schrijfDag(String(waarde), omgeving.taal)
  if (veldVan(query, 'waarde') === undefined && veldVan(query, 'vanaf') === undefined) {
    const nu = { waarden: [geldt.waarde].flat().map(schrijf), vanaf: schrijf(geldt.van) }
    return bladzijde(tekenAnders({ omgeving, parameter, vandaag, getypt: nu, fouten: [] }))
  }
  const getypt = { waarden: lijstVan(query, 'waarde'), vanaf: tekstVan(query, 'vanaf') }
  const gelezen = leesWijziging(parameter, getypt, dagUit)
  if (!gelezen.ok) return bladzijde(tekenAnders({ omgeving, parameter, vandaag, getypt, fouten: gelezen.reden }), 400)
  const stand = await teller.vraag(gelezen.waarde, geduldMs)
  const adres = deeladres(naam, gelezen.waarde)
  return bladzijde(tekenGevolgen({ omgeving, parameter, wijziging: gelezen.waarde, vandaag, getypt, stand, adres }), STATUS[stand.soort])
}

const STATUS = { klaar: 200, bezig: 200, vol: 503, mislukt: 503 } as const

function bladzijde(html: string, status = 200): Portaalantwoord {
  return { soort: 'bladzijde', html, status }
}

function dagUit(tekst: string): Datum | undefined {
  const gelezen = leesDatum(tekst)
  return gelezen.ok ? gelezen.waarde : undefined
}

/** Een dag zoals iemand hem zou typen; wat geen dag is blijft zoals het is. */
function schrijfDag(waarde: string, taal: 'nl' | 'en'): string {
  const dag = /^\d{4}-\d{2}-\d{2}$/.test(waarde) ? dagUit(waarde) : undefined
  return dag === undefined ? waarde : datumsIn(taal).lang(dag)
}

/** Altijd in dezelfde vorm, hoe de dag ook getypt was. */
function deeladres(naam: string, { waarde, vanaf }: { readonly waarde: number | string | readonly string[], readonly vanaf: Datum }): string {
  const vraag = new URLSearchParams([['getal', naam], ...[waarde].flat().map((een): [string, string] => ['waarde', String(een)]), ['vanaf', vanaf]])
  return `${WAT_VERANDERT}?${vraag.toString()}`
}
