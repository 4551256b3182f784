/**
 * Hoe een makelaar eHerkenning in OIDC-claims schrijft. Er is geen vaste OIDC-vorm in het stelsel: elke makelaar kiest eigen namen
 * (toegang.md 1.5). Een profiel kiest namen en een gesloten tabel van niveaus; het kan geen controle uitzetten.
 */
import type { Betrouwbaarheidsniveau } from '../niveau.ts'
import type { Rechtspersoon } from '../identiteit.ts'
import { KWALIFICATIE_PSEUDO, KWALIFICATIES } from '../vorm.ts'

/** De weg naar een claim: elke stap is een hele naam. Een URN met dubbele punten of punten is dus een stap. */
export type Claimpad = readonly string[]

export interface BrokerProfiel {
  readonly naam: string
  /** Scopes naast `openid`. */
  readonly scopes: readonly string[]
  /** gesloten tabel. Een waarde die er niet in staat, of een claim die ontbreekt, is een weigering; er is geen standaardniveau. */
  readonly niveau: { readonly pad: Claimpad; readonly tabel: Readonly<Record<string, Betrouwbaarheidsniveau>> }
  /** `kwalificatie` is de claim die zegt dat het een pseudoniem is. Null: de naam van de claim zegt dat al. */
  readonly persoon: { readonly pad: Claimpad; readonly kwalificatie: { readonly pad: Claimpad; readonly waarde: string } | null }
  /** een claim met de soort erbij, of een eigen claim per soort. */
  readonly organisatie:
    | { readonly wijze: 'met-soort'; readonly pad: Claimpad; readonly soortPad: Claimpad; readonly soorten: Readonly<Record<string, Rechtspersoon['soort']>> }
    | { readonly wijze: 'claim-per-soort'; readonly paden: readonly { readonly soort: Rechtspersoon['soort']; readonly pad: Claimpad }[] }
  readonly vestigingsnummer: Claimpad
  readonly intermediair: Claimpad
  readonly serviceUuid: Claimpad
  /** Soort per `sub_id_type` in een `represents`-claim (NL GOV-profiel). Een andere soort is een weigering. */
  readonly vertegenwoordiging: Readonly<Record<string, Rechtspersoon['soort']>>
  /** Het NL GOV-profiel eist een jti. Doet een makelaar dat niet, dan is de eenmalige code het bewijs. */
  readonly eistJti: boolean
  /** Afweer tegen verwisselde makelaars: het antwoord moet zijn issuer noemen (RFC 9207). */
  readonly eistIss: boolean
}

/** eIDAS-niveaus die het NL GOV-profiel het liefst ziet: substantieel is EH3, hoog is EH4. Laag kan EH2 of EH2+ zijn: het laagste telt. */
const EIDAS: Readonly<Record<string, Betrouwbaarheidsniveau>> = {
  'http://eidas.europa.eu/LoA/low': 'EH2',
  'http://eidas.europa.eu/LoA/substantial': 'EH3',
  'http://eidas.europa.eu/LoA/high': 'EH4',
}

const ETOEGANG_NIVEAUS: Readonly<Record<string, Betrouwbaarheidsniveau>> = {
  'urn:etoegang:core:assurance-class:loa1': 'EH1',
  'urn:etoegang:core:assurance-class:loa2': 'EH2',
  'urn:etoegang:core:assurance-class:loa2plus': 'EH2+',
  'urn:etoegang:core:assurance-class:loa3': 'EH3',
  'urn:etoegang:core:assurance-class:loa4': 'EH4',
}

/** Typen in het NL GOV-profiel, en de kwalificaties van het stelsel zelf. */
const VERTEGENWOORDIGD: Readonly<Record<string, Rechtspersoon['soort']>> = {
  'urn:nl-eid-gdi:1.0:id:KvKnr': 'KVK',
  'urn:nl-eid-gdi:1.0:id:RSIN': 'RSIN',
  ...KWALIFICATIES,
}

/** Een makelaar die de namen van het stelsel doorgeeft. */
const ETOEGANG: BrokerProfiel = {
  naam: 'etoegang',
  scopes: [],
  niveau: { pad: ['acr'], tabel: { ...ETOEGANG_NIVEAUS, ...EIDAS } },
  persoon: { pad: ['urn:etoegang:core:ActingSubjectID'], kwalificatie: { pad: ['acting_namequalifier'], waarde: KWALIFICATIE_PSEUDO } },
  organisatie: { wijze: 'met-soort', pad: ['urn:etoegang:core:LegalSubjectID'], soortPad: ['namequalifier'], soorten: KWALIFICATIES },
  vestigingsnummer: ['urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'],
  intermediair: ['urn:etoegang:1.9:IntermediateEntityID:KvKnr'],
  serviceUuid: ['urn:etoegang:core:ServiceUUID'],
  vertegenwoordiging: VERTEGENWOORDIGD,
  eistJti: true,
  eistIss: true,
}

/** Een makelaar met eigen namen per soort; de namen komen uit zijn openbare woordenlijst en zijn niet tegen een echte aansluiting getoetst. */
const SIGNICAT: BrokerProfiel = {
  naam: 'signicat',
  scopes: [],
  niveau: { pad: ['acr'], tabel: ETOEGANG_NIVEAUS },
  persoon: { pad: ['eherkenningPseudo'], kwalificatie: null },
  organisatie: { wijze: 'claim-per-soort', paden: [{ soort: 'KVK', pad: ['chamberOfCommerce'] }, { soort: 'RSIN', pad: ['eherkenningRsin'] }] },
  vestigingsnummer: ['eherkenningVestigingsNr'],
  intermediair: ['eherkenningIntermediatekvkNr'],
  serviceUuid: ['eherkenningServiceUUID'],
  vertegenwoordiging: VERTEGENWOORDIGD,
  eistJti: false,
  eistIss: false,
}

/** De meegeleverde profielen, op naam. */
export const PROFIELEN: Readonly<Record<string, BrokerProfiel>> = { etoegang: ETOEGANG, signicat: SIGNICAT }
