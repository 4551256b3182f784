import type pg from 'pg'
import { noteerVerwerking, schrijfAudit, standHash, type Standuitkomst, uuidv7 } from '../../database/index.ts'
import { datumInNederland, type Moment } from '../../kern/datum.ts'
import { gebeurtenisBij, type Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import type { Kluis } from '../../toegang/index.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht } from '../bericht.ts'
import { bpvRij, diplomaRij, inschrijvingKinderen, inschrijvingRij, onderdeelRij, ondersteuningRijen, periodeRijen } from '../rijen.ts'
import { vestigingenVan } from '../rules/vestiging.ts'
import { houdtZichtOpGedeelde, krijgtEigenVersie, magGedeeldeGegevensVeranderen } from '../rules/eigen-gegevens.ts'
import { genoemdeGegevens, type Gegevens, nieuweGegevens, type GenoemdePersoon } from '../rules/gegevens.ts'
import { type Bulkrelatie, Bulkschrijver, sluitRijen, standsleutel, type Bulkstand, type OpenGegevens } from './bulk.ts'
import type { Bulkrij } from './bulk-kolommen.ts'
import type { Bulkstaat } from './bulk-staat.ts'
import { findEigenGegevens, type Schoolgegevens, type Vraagsteller, werkEigenGegevensBij } from './eigen-gegevens.ts'
import { herzieZichtInBulk } from './zicht.ts'

export interface Reekswerk {
  /** In de transactie van de aanroeper, met de rol systeem; de rechten zijn dan al met mag() gevraagd. */
  readonly verbinding: pg.PoolClient
  readonly kluis: Kluis
  readonly nu: Moment
  readonly actor: string
  /** DUO of het systeem: hun persoonsgegevens gaan voor die van een school. */
  readonly isDuo: boolean
  /** Waar als de aanroeper de signalen zelf uitrekent: dan wacht er niets meer op de luisteraar. */
  readonly signalenVolgen: boolean
}

/** De persoon bij een stand, uit een bericht of uit een bestand. */
export interface Reekspersoon extends GenoemdePersoon {
  /** Waaronder hij in het register staat. */
  readonly zoekwaarde: string
  readonly persoonsnummer: string
  readonly soort: 'BSN' | 'ONDERWIJSNUMMER' | 'ONBEKEND'
  readonly stelsel: 'BSN' | 'ONR' | 'PGN'
}

export type Standbericht =
  | { readonly soort: 'inschrijving'; readonly bericht: InschrijvingBericht }
  | { readonly soort: 'bpv'; readonly bericht: BpvBericht }
  | { readonly soort: 'diploma'; readonly bericht: DiplomaBericht }
  | { readonly soort: 'onderdeel'; readonly bericht: OnderdeelBericht }

export interface Journaalpost {
  readonly handeling: string
  readonly brin: string
  readonly deelnemerId: string
  readonly object: readonly [soort: string, sleutel: string]
  readonly gegevens: Readonly<Record<string, unknown>>
}

const STANDEN = ['inschrijving_stand', 'bpv_stand', 'diploma_stand', 'resultaat_stand'] as const

/**
 * Legt standen vast met dezelfde regels als een los bericht (`legStandVast`), maar met een vast aantal databasevragen voor
 * een hele reeks. Een levering en een bestand van DUO gaan allebei hierlangs.
 */
export class Bulkreeks {
  readonly #werk: Reekswerk
  readonly #staat: Bulkstaat
  readonly #schrijver: Bulkschrijver
  readonly #sluit: { tabel: Bulkstand | 'deelnemer_gegevens'; deelnemerId: string; id: string }[] = []
  /** Wat in deze ronde al veranderde en nog niet geschreven is; twee keer hetzelfde in een ronde kan niet. */
  readonly #ongeschreven = new Set<string>()
  /** Deelnemers met meer dan een school: wie bij wie mag kijken kan veranderd zijn. */
  readonly #teHerzien = new Set<string>()
  /** Wat een school leverde die de gedeelde gegevens niet mag veranderen. */
  readonly #perSchool: Schoolgegevens[] = []
  readonly #vandaag: string

  constructor(werk: Reekswerk, staat: Bulkstaat) {
    this.#werk = werk
    this.#staat = staat
    this.#schrijver = new Bulkschrijver(werk.verbinding)
    this.#vandaag = datumInNederland(new Date(werk.nu))
  }

  /** Een geweigerde stand (`ouder-dan-bekend`) verandert ook niets aan de persoon. */
  async legVast(persoon: Reekspersoon, stand: Standbericht): Promise<Standuitkomst> {
    const deelnemer = this.#staat.deelnemer(persoon.zoekwaarde)
    const rij = naarRij(deelnemer.id, stand)
    const hash = standHash(rij.inhoud, rij.kinderen)
    const plaats = standsleutel(rij.tabel, rij.sleutel)
    const open = this.#staat.open[rij.tabel].get(plaats)
    const gelijk = open?.hash.equals(hash) ?? false
    if (!gelijk && open !== undefined && open.vastgelegd_van > this.#werk.nu) return { soort: 'ouder-dan-bekend', bekendVan: open.vastgelegd_van }
    if (!gelijk && this.#ongeschreven.has(plaats)) await this.schrijf()
    if (!deelnemer.bekend) this.#maakDeelnemer(persoon, deelnemer)
    const { relatie, isNieuw, isEnige } = this.#staat.relatie(deelnemer.id, stand.bericht.brin)
    const vestigingen = stand.soort === 'inschrijving' ? vestigingenVan(stand.bericht) : []
    if (isNieuw) this.#schrijver.voegToe('deelnemer_school', { deelnemer_id: deelnemer.id, brin: stand.bericht.brin, ziet_alles: isEnige, vestigingen: `{${vestigingen.join(',')}}` })
    const andersGeplaatst = !isNieuw && vestigingen.some((vestiging) => !relatie.vestigingen.includes(vestiging))
    if (isEnige ? andersGeplaatst : !gelijk || isNieuw) this.#teHerzien.add(deelnemer.id)
    const persoonGewijzigd = await this.#legPersoonVast(persoon, deelnemer.id, stand.bericht.brin, gelijk)
    if (gelijk) return { soort: persoonGewijzigd ? 'gewijzigd' : 'ongewijzigd' }
    if (stand.soort === 'inschrijving' && (stand.bericht.datumUitschrijving ?? '9999') >= this.#vandaag) relatie.loopt = true
    this.#voegStandToe(rij, plaats, hash, stand)
    return { soort: open === undefined ? 'nieuw' : 'gewijzigd' }
  }

  /** Audit, outbox en bericht aan de scholen, zoals `schrijfJournaal` voor een los bericht. */
  voegJournaalToe(post: Journaalpost, gebeurtenissen: readonly { readonly soort: Gebeurtenissoort; readonly brin: string; readonly sleutel: string }[]): void {
    const { nu, actor, signalenVolgen } = this.#werk
    const gegevens = JSON.stringify(post.gegevens)
    void schrijfAudit(this.#werk.verbinding, { ...post, op: nu, actor })
    this.#schrijver.voegToe('outbox', {
      deelnemer_id: post.deelnemerId, outbox_id: uuidv7(), soort: 'deelnemer-gewijzigd', gegevens, aangemaakt_op: nu, verwerkt_op: signalenVolgen ? nu : null,
    })
    for (const gebeurtenis of gebeurtenissen) {
      this.#schrijver.voegToe('gebeurtenis_nieuw', { ...gebeurtenis, deelnemer_id: post.deelnemerId, gebeurtenis_id: uuidv7(), op: nu })
    }
  }

  /** Er is gekeken en niets veranderd, of het mocht niet meer: ook dat is een verwerking (S-30). */
  noteer(handeling: string, deelnemerId: string): void {
    noteerVerwerking(this.#werk.verbinding, { handeling, deelnemerIds: [deelnemerId], zonderAudit: true })
  }

  /** Schrijft wat er nu klaarstaat. Gooit `Botsing` als een ander intussen hetzelfde schreef: dan moet de hele reeks opnieuw. */
  async schrijf(): Promise<void> {
    for (const tabel of ['deelnemer_gegevens', ...STANDEN] as const) {
      await sluitRijen(this.#werk.verbinding, tabel, this.#sluit.filter((s) => s.tabel === tabel), this.#werk.nu)
    }
    await this.#schrijver.schrijf()
    await herzieZichtInBulk(this.#werk.verbinding, [...this.#teHerzien], this.#werk.nu)
    await werkEigenGegevensBij(stelVraag(this.#werk.verbinding), this.#perSchool, this.#werk.nu)
    this.#teHerzien.clear()
    this.#perSchool.length = 0
    this.#sluit.length = 0
    this.#ongeschreven.clear()
  }

  #maakDeelnemer(persoon: Reekspersoon, deelnemer: { readonly id: string; bekend: boolean; readonly sleutel: Buffer }): void {
    const { versleuteld, sleutelId } = this.#werk.kluis.versleutel(persoon.persoonsnummer, deelnemer.id)
    this.#schrijver.voegToe('deelnemer', {
      deelnemer_id: deelnemer.id, persoonsnummer_versleuteld: versleuteld, persoonsnummer_sleutel_id: sleutelId, persoonsnummer_sleutel: deelnemer.sleutel,
      persoonsnummer_soort: persoon.soort, persoonsnummer_stelsel: persoon.stelsel, aangemaakt_op: this.#werk.nu,
    })
    deelnemer.bekend = true
  }

  /** Antwoordt of er iets veranderde; van een eigen versie alleen bij een gelijke stand, want anders telt de stand al. */
  async #legPersoonVast(persoon: Reekspersoon, deelnemerId: string, brin: string, gelijk: boolean): Promise<boolean> {
    const genoemd = genoemdeGegevens(persoon)
    if (genoemd === undefined) return false
    const open = this.#staat.gegevens.get(deelnemerId)
    const { relatie } = this.#staat.relatie(deelnemerId, brin)
    const leveraar = { brin, isDuo: this.#werk.isDuo, geleverdDoor: open?.geleverd_door ?? null }
    const isGedeeld = open === undefined || magGedeeldeGegevensVeranderen({ ...leveraar, ...this.#staat.elders(deelnemerId, brin), zagAlles: relatie.zietAlles })
    const houdtZicht = open === undefined || houdtZichtOpGedeelde(leveraar, relatie.eigenGegevens)
    if (!isGedeeld || !houdtZicht || relatie.eigenGegevens) this.#perSchool.push({ deelnemerId, brin, genoemd, isGedeeld, houdtZicht })
    if (isGedeeld) {
      if (await this.#legGedeeldVast(deelnemerId, brin, open, genoemd)) return true
      if (houdtZicht || relatie.zietAlles) return relatie.eigenGegevens
    }
    return gelijk && (await this.#wordtEigenVersieAnders(deelnemerId, brin, relatie, genoemd))
  }

  async #wordtEigenVersieAnders(deelnemerId: string, brin: string, relatie: Bulkrelatie, genoemd: Partial<Gegevens>): Promise<boolean> {
    const nodig = krijgtEigenVersie(relatie.zietAlles, this.#staat.gegevens.get(deelnemerId), genoemd)
    if (!nodig || !relatie.eigenGegevens) return nodig !== relatie.eigenGegevens
    return nieuweGegevens(await findEigenGegevens(stelVraag(this.#werk.verbinding), deelnemerId, brin), genoemd, this.#werk.nu) !== undefined
  }

  async #legGedeeldVast(deelnemerId: string, brin: string, open: OpenGegevens | undefined, genoemd: Partial<Gegevens>): Promise<boolean> {
    const nieuw = nieuweGegevens(open, genoemd, this.#werk.nu)
    if (nieuw === undefined) return false
    if (this.#ongeschreven.has(deelnemerId)) await this.schrijf()
    if (open !== undefined) this.#sluit.push({ tabel: 'deelnemer_gegevens', deelnemerId, id: open.gegevens_id })
    const rij = { ...nieuw, deelnemer_id: deelnemerId, gegevens_id: uuidv7(), geleverd_door: this.#werk.isDuo ? null : brin, vastgelegd_van: this.#werk.nu }
    this.#schrijver.voegToe('deelnemer_gegevens', rij)
    this.#staat.gegevens.set(deelnemerId, rij)
    this.#ongeschreven.add(deelnemerId)
    return true
  }

  #voegStandToe({ tabel, sleutel, inhoud }: Rij, plaats: string, hash: Buffer, stand: Standbericht): void {
    const deelnemerId = String(sleutel['deelnemer_id'])
    const standen = this.#staat.open[tabel]
    const open = standen.get(plaats)
    if (open !== undefined) this.#sluit.push({ tabel, deelnemerId, id: open.stand_id })
    const stand_id = uuidv7()
    this.#schrijver.voegToe(tabel, { ...sleutel, ...inhoud, stand_id, inhoud_hash: hash, vastgelegd_van: this.#werk.nu })
    if (stand.soort === 'inschrijving') {
      for (const rij of periodeRijen(stand.bericht)) this.#schrijver.voegToe('inschrijvingsperiode', { ...rij, deelnemer_id: deelnemerId, stand_id })
      for (const rij of ondersteuningRijen(stand.bericht)) this.#schrijver.voegToe('extra_ondersteuning', { ...rij, deelnemer_id: deelnemerId, stand_id })
    }
    standen.set(plaats, { stand_id, hash, vastgelegd_van: this.#werk.nu, sector: stand.soort === 'inschrijving' ? stand.bericht.sector : null })
    this.#ongeschreven.add(plaats)
  }
}

/** De gebeurtenis bij een los bericht met deze handeling; leeg als niemand daarop wacht. */
export function gebeurtenissenBij(handeling: string, uitkomst: string, brin: string, sleutel: string) {
  const soort = gebeurtenisBij(handeling, uitkomst)
  return soort === undefined ? [] : [{ soort, brin, sleutel }]
}

function stelVraag(verbinding: pg.PoolClient): Vraagsteller {
  return async <R extends object>(tekst: string, waarden: readonly unknown[]) => (await verbinding.query(tekst, [...waarden])).rows as readonly R[]
}

interface Rij {
  readonly tabel: Bulkstand
  readonly sleutel: Bulkrij
  readonly inhoud: Bulkrij
  readonly kinderen?: unknown
}

function naarRij(deelnemerId: string, stand: Standbericht): Rij {
  const over = { deelnemer_id: deelnemerId, brin: stand.bericht.brin }
  switch (stand.soort) {
    case 'inschrijving':
      return { tabel: 'inschrijving_stand', sleutel: { ...over, inschrijvingvolgnummer: stand.bericht.inschrijvingvolgnummer }, inhoud: inschrijvingRij(stand.bericht), kinderen: inschrijvingKinderen(stand.bericht) }
    case 'bpv':
      return { tabel: 'bpv_stand', sleutel: { ...over, inschrijvingvolgnummer: stand.bericht.inschrijvingvolgnummer, bpv_volgnummer: stand.bericht.bpvVolgnummer }, inhoud: bpvRij(stand.bericht) }
    case 'diploma':
      return { tabel: 'diploma_stand', sleutel: { ...over, resultaatvolgnummer: stand.bericht.resultaatvolgnummer }, inhoud: diplomaRij(stand.bericht) }
    case 'onderdeel':
      return { tabel: 'resultaat_stand', sleutel: { ...over, soort: stand.bericht.soort, resultaatvolgnummer: stand.bericht.resultaatvolgnummer }, inhoud: onderdeelRij(stand.bericht) }
  }
}
