/** De records die niet over een student gaan: wat het beheer levert, en het aanbod en de afspraken van de scholen. */
import type { Leveringsrecord } from '../aanlevering/index.ts'
import type { Datum } from '../kern/datum.ts'
import { GELDIG_VAN, type Gebied, type Kalender, ROUTES_VAN, type School } from './plan/index.ts'

const VAN = GELDIG_VAN as Datum
const ROUTES = ROUTES_VAN as Datum

export function vakantierecords({ vakanties }: Kalender): readonly Leveringsrecord[] {
  return vakanties.map((schoolvakantie) => ({ soort: 'schoolvakantie', schoolvakantie }))
}

/** Besturen eerst: een school verwijst ernaar. */
export function organisatierecords({ scholen }: Gebied): readonly Leveringsrecord[] {
  const besturen = new Map(scholen.map(({ bestuur }) => [bestuur.nummer, bestuur]))
  return [
    ...[...besturen.values()].map(({ nummer, naam }): Leveringsrecord => ({
      soort: 'organisatie', organisatie: { soort: 'BEVOEGD_GEZAG', naam, identificaties: [{ soort: 'BESTUURSNUMMER', waarde: nummer, geldigVan: VAN }] },
    })),
    ...scholen.map(instelling),
  ]
}

/** Wat een school voor haar leerlingen uit levert; per school, in de eerste ronde. */
export function aanbodrecords({ aanbod, afspraken }: Gebied, school: School): readonly Leveringsrecord[] {
  return [
    ...aanbod.filter(({ aanbieder }) => aanbieder.school === school).map(({ aanbieder, route, partners, eind }): Leveringsrecord => ({
      soort: 'aanbod',
      aanbod: {
        eigenSleutel: `${aanbieder.code}-${route}`, onderwijsaanbieder: aanbieder.code, sector: school.sector, leerrouteKenmerk: `${route}_VMBO_MBO`,
        samenwerkendeOnderwijsaanbieders: partners.map(({ code }) => code), begindatum: ROUTES, einddatum: eind as Datum | null,
      },
    })),
    ...afspraken.filter((afspraak) => afspraak.school === school).map(({ besturen: [een, ander], tot }): Leveringsrecord => ander === undefined
      ? { soort: 'regeling', regeling: { bevoegdGezag: een.nummer, van: ROUTES, tot: tot as Datum | null, brin: school.brin } }
      : { soort: 'overeenkomst', overeenkomst: { kenmerk: `Samenwerking ${een.nummer}-${ander.nummer}`, partijen: [een.nummer, ander.nummer], van: ROUTES, tot: tot as Datum | null, brin: school.brin } }),
  ]
}

function instelling({ brin, naam, sector, bestuur, aanbieders }: School): Leveringsrecord {
  return {
    soort: 'organisatie',
    organisatie: {
      soort: 'INSTELLING', naam,
      identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: VAN }, ...aanbieders.map(({ vestiging }) => ({ soort: 'VESTIGING' as const, waarde: vestiging, geldigVan: VAN }))],
      bevoegdGezag: [{ bestuursnummer: bestuur.nummer, geldigVan: VAN }],
      onderwijsaanbieders: aanbieders.map((aanbieder) => ({ code: aanbieder.code, sector, naam: aanbieder.naam, geldigVan: VAN })),
    },
  }
}
