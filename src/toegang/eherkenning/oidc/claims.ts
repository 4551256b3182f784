/** Van gecontroleerde claims naar een identiteit: en A-11. Zonder klok en zonder netwerk. */
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { EhIdentiteit, Inlogweigering, Rechtspersoon } from '../identiteit.ts'
import { type Betrouwbaarheidsniveau, isTenMinste, VEREIST_NIVEAU } from '../niveau.ts'
import { isKvkNummer, isPseudoniem, isVestigingsnummer, leesRechtspersoon } from '../vorm.ts'
import type { BrokerProfiel, Claimpad } from './profiel.ts'
import { leesVertegenwoordiging } from './vertegenwoordiging.ts'

/** Wat in een identiteitsbewijs over de persoon staat; wie en wanneer het maakte komt van `tijden.ts` en de aansluiting. */
export type Claimidentiteit = Pick<EhIdentiteit, 'acting' | 'legal' | 'vestigingsnummer' | 'intermediair' | 'serviceUuid' | 'niveau'>

/** Claims zoals ze uit JSON komen: niets is zeker. */
export type Claims = Readonly<Record<string, unknown>>

/**
 * Leest de claims met een vaste vorm. Een claim die ontbreekt is een weigering en nooit de tekst "undefined". Het niveau gaat voor:
 * wie te laag inlogt, hoort welk niveau nodig is, en verder niets (T-02).
 */
export function leesClaims(claims: Claims, profiel: BrokerProfiel, dienst: string): Uitkomst<Claimidentiteit, Inlogweigering> {
  const niveau = leesNiveau(claims, profiel)
  if (!niveau.ok) return niveau
  const kwalificatie = profiel.persoon.kwalificatie
  if (kwalificatie !== null && volg(claims, kwalificatie.pad) !== kwalificatie.waarde) return ongeldig('OIDC-PERSOON-SOORT')
  const acting = volg(claims, profiel.persoon.pad)
  if (!isPseudoniem(acting)) return ongeldig('OIDC-PERSOON')
  const legal = leesOrganisatie(claims, profiel)
  if (legal === undefined) return ongeldig('OIDC-ORGANISATIE')
  const serviceUuid = volg(claims, profiel.serviceUuid)
  if (serviceUuid !== dienst) return ongeldig('OIDC-DIENST')
  const vestigingsnummer = volg(claims, profiel.vestigingsnummer) ?? null
  if (vestigingsnummer !== null && !isVestigingsnummer(vestigingsnummer)) return ongeldig('OIDC-VESTIGING')
  const intermediair = leesIntermediair(claims, profiel, legal)
  if (!intermediair.ok) return intermediair
  return gelukt({ acting, legal, vestigingsnummer, intermediair: intermediair.waarde, serviceUuid: dienst, niveau: niveau.waarde })
}

/** de makelaar controleert het niveau ook, en de bibliotheek niet; daarom hier, tegen de gesloten tabel van deze makelaar. */
function leesNiveau(claims: Claims, { niveau: { pad, tabel } }: BrokerProfiel): Uitkomst<Betrouwbaarheidsniveau, Inlogweigering> {
  const waarde = volg(claims, pad)
  const behaald = typeof waarde === 'string' && Object.hasOwn(tabel, waarde) ? tabel[waarde] : undefined
  if (behaald === undefined) return geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: null, code: waarde === undefined ? 'OIDC-ACR-ONTBREEKT' : 'OIDC-ACR-ONBEKEND' })
  if (!isTenMinste(behaald, VEREIST_NIVEAU)) return geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald, code: 'OIDC-ACR-TE-LAAG' })
  return gelukt(behaald)
}

/** Precies een organisatie: twee die elkaar tegenspreken is er geen. */
function leesOrganisatie(claims: Claims, { organisatie }: BrokerProfiel): Rechtspersoon | undefined {
  if (organisatie.wijze === 'met-soort') {
    const soort = volg(claims, organisatie.soortPad)
    const bekend = typeof soort === 'string' && Object.hasOwn(organisatie.soorten, soort) ? organisatie.soorten[soort] : undefined
    return bekend === undefined ? undefined : leesRechtspersoon(bekend, volg(claims, organisatie.pad))
  }
  const genoemd = organisatie.paden.flatMap(({ soort, pad }) => {
    const waarde = volg(claims, pad)
    return waarde === undefined ? [] : [{ soort, waarde }]
  })
  const [eerste, ...rest] = genoemd
  return eerste === undefined || rest.length > 0 ? undefined : leesRechtspersoon(eerste.soort, eerste.waarde)
}

/** een intermediair staat in een eigen claim, of als schakel in `represents`. Noemen beide er een, dan moet het dezelfde zijn. */
function leesIntermediair(claims: Claims, profiel: BrokerProfiel, legal: Rechtspersoon): Uitkomst<string | null, Inlogweigering> {
  const genoemd = volg(claims, profiel.intermediair)
  if (genoemd !== undefined && !isKvkNummer(genoemd)) return ongeldig('OIDC-INTERMEDIAIR')
  const keten = leesVertegenwoordiging(claims['represents'], profiel.vertegenwoordiging)
  if (keten === 'geen') return gelukt(genoemd ?? null)
  if (keten === 'onbegrepen' || keten.namens.soort !== legal.soort || keten.namens.waarde !== legal.waarde) return ongeldig('OIDC-VERTEGENWOORDIGING')
  if (genoemd !== undefined && genoemd !== keten.intermediair) return ongeldig('OIDC-VERTEGENWOORDIGING')
  return gelukt(keten.intermediair)
}

/** Alleen eigen sleutels van gewone objecten: `__proto__` en een lijst leiden nergens heen. */
function volg(claims: Claims, pad: Claimpad): unknown {
  return pad.reduce<unknown>((plaats, stap) => (isRecord(plaats) && Object.hasOwn(plaats, stap) ? plaats[stap] : undefined), claims)
}

function isRecord(waarde: unknown): waarde is Claims {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

function ongeldig(code: string): { readonly ok: false; readonly reden: Inlogweigering } {
  return geweigerd({ soort: 'ONGELDIG', code })
}
