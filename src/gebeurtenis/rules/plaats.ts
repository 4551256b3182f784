import { type Gebeurtenissoort, onderwerpVan } from '../../kern/gebeurtenissoort.ts'

/** Een gebeurtenis die nog geen plaats in het logboek heeft. */
export interface Klaargelegd {
  readonly soort: Gebeurtenissoort
  readonly deelnemerId: string | null
  readonly brin: string | null
  /** Zoals in de audit: signaal- of aanleveringsnummer, of een leesbare sleutel. */
  readonly sleutel: string
}

export interface Plaats {
  /** Waaruit de ondoorzichtige sleutel van het onderwerp komt: al ondoorzichtig, of een naam die eerst door een hash moet. */
  readonly onderwerp: { readonly id: string } | { readonly naam: string }
  readonly verwijzing: string
  /** Naast de eigen school: wie het ook aangaat. */
  readonly ook: {
    /** Scholen die de keten van deze deelnemer delen. */
    readonly keten?: true
    /** Partners van dit aanbod van de eigen school. */
    readonly aanbod?: string
    /** Scholen onder de partijen van deze overeenkomst. */
    readonly overeenkomst?: string
    /** Scholen onder dit bestuur. */
    readonly gezag?: string
  }
}

/** Waar een gebeurtenis over gaat, waar de inhoud staat, en wie het nog meer aangaat (gelijk aan wie de inhoud mag zien). */
export function plaatsVan(g: Klaargelegd): Plaats {
  const onderwerp = onderwerpVan(g.soort)
  switch (onderwerp) {
    case 'signalen':
      return { onderwerp: { id: g.sleutel }, verwijzing: `/v1/signalen/${g.sleutel}`, ook: {} }
    case 'terugkoppelingen':
      return { onderwerp: { id: g.sleutel }, verwijzing: `/v1/aanleveringen/${g.sleutel}/terugkoppelingen`, ook: {} }
    case 'aangebodenopleidingen': {
      // De audit begint met de onderwijsaanbieder of de BRIN; wat daarna komt is de sleutel van de school.
      const eigenSleutel = g.sleutel.slice(g.sleutel.indexOf(' ') + 1)
      return { onderwerp: { naam: `aanbod ${g.brin ?? ''} ${eigenSleutel}` }, verwijzing: `/v1/aangeboden-opleidingen/${encodeURIComponent(`${g.brin ?? ''}-${eigenSleutel}`)}`, ook: { aanbod: eigenSleutel } }
    }
    case 'samenwerkingsovereenkomsten':
      return { onderwerp: { naam: `overeenkomst ${g.sleutel}` }, verwijzing: `/v1/samenwerkingsovereenkomsten/${encodeURIComponent(g.sleutel)}`, ook: { overeenkomst: g.sleutel } }
    case 'interneregelingen':
      return { onderwerp: { naam: `regeling ${g.sleutel}` }, verwijzing: `/v1/interne-regelingen/${g.sleutel.replace(' vanaf ', '-')}`, ook: { gezag: g.sleutel.slice(0, BESTUURSNUMMER_LENGTE) } }
    default:
      return vanDeelnemer(g, onderwerp)
  }
}

const BESTUURSNUMMER_LENGTE = 5

type Deelnemeronderwerp = Exclude<ReturnType<typeof onderwerpVan>, 'signalen' | 'terugkoppelingen' | 'aangebodenopleidingen' | 'samenwerkingsovereenkomsten' | 'interneregelingen'>

/** Het deel van het adres na de deelnemer. */
const DEEL: Readonly<Record<Deelnemeronderwerp, string>> = {
  afwezigheden: '/afwezigheden', deelnemers: '', diplomas: '/diplomas', gezamenlijkeoordelen: '/gezamenlijke-oordelen', inschrijvingen: '/inschrijvingen',
  leerrouteplannen: '/leerrouteplannen', onderdelen: '/onderdelen', praktijkovereenkomsten: '/praktijkovereenkomsten', verzuimmeldingen: '/verzuimmeldingen',
}

function vanDeelnemer(g: Klaargelegd, onderwerp: Deelnemeronderwerp): Plaats {
  if (g.deelnemerId === null) throw new Error(`een gebeurtenis ${g.soort} zonder deelnemer`)
  // Losse onderdelen ziet alleen de eigen school, net als in het register.
  const ook = onderwerp === 'onderdelen' ? {} : ({ keten: true } as const)
  return { onderwerp: { id: g.deelnemerId }, verwijzing: `/v1/deelnemers/${g.deelnemerId}${DEEL[onderwerp]}`, ook }
}
