import type pg from 'pg'
import { standHash, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Kluis } from '../../toegang/index.ts'
import { naarBpvBericht, naarDiplomaBericht, naarInschrijvingBericht, naarOnderdeelBericht } from '../bestanden/naar-bericht.ts'
import type { PersoonUitBestand } from '../bestanden/persoon.ts'
import { leesGeboortedatum } from '../rules/geboortedatum.ts'
import { bpvRij, diplomaRij, inschrijvingKinderen, inschrijvingRij, onderdeelRij, ondersteuningRijen, periodeRijen } from '../rijen.ts'
import { Bulkschrijver, findDeelnemers, findGegevens, findOpenStanden, sluitRijen, standsleutel, type Bulkstand, type OpenGegevens, type OpenStand } from './bulk.ts'
import type { Bulkrij } from './bulk-kolommen.ts'

export interface Groepwerk {
  readonly verbinding: pg.PoolClient
  readonly kluis: Kluis
  readonly nu: Moment
  readonly actor: string
  readonly brin: string
  /** Naam van het bestand, voor de audit. */
  readonly bestand: string
}

export interface Groepverslag {
  readonly nieuw: number
  readonly gewijzigd: number
  readonly ongewijzigd: number
  /** Standen die het register al nieuwer heeft. */
  readonly ouder: number
  /** Deelnemers bij wie iets veranderde. */
  readonly deelnemers: readonly string[]
}

/** Slaat een groep studenten op binnen de transactie van de aanroeper. Wat al zo in het register staat, blijft ongemoeid. */
export async function slaGroepOp(werk: Groepwerk, personen: readonly PersoonUitBestand[]): Promise<Groepverslag> {
  const schrijver = new Bulkschrijver(werk.verbinding)
  const sleutels = personen.map((p) => werk.kluis.zoeksleutel(zoekwaarde(p, werk.brin)))
  const bekend = await findDeelnemers(werk.verbinding, sleutels)
  const ids = sleutels.map((s) => bekend.get(s.toString('hex')) ?? uuidv7())
  const bestaande = [...bekend.values()]
  const opgehaald = {
    gegevens: await findGegevens(werk.verbinding, bestaande),
    inschrijving_stand: await findOpenStanden(werk.verbinding, 'inschrijving_stand', bestaande), bpv_stand: await findOpenStanden(werk.verbinding, 'bpv_stand', bestaande),
    diploma_stand: await findOpenStanden(werk.verbinding, 'diploma_stand', bestaande), resultaat_stand: await findOpenStanden(werk.verbinding, 'resultaat_stand', bestaande),
  }
  const groep = new Groep(werk, schrijver, opgehaald)
  personen.forEach((p, i) => {
    const sleutel = sleutels[i]
    const id = ids[i]
    if (sleutel !== undefined && id !== undefined) groep.student(p, id, bekend.has(sleutel.toString('hex')) ? null : sleutel)
  })
  await groep.sluitOude()
  await schrijver.schrijf()
  return groep.verslag()
}

/** Een nummer dat de elfproef niet haalt mag nooit per ongeluk een student van een andere school zijn; daarom hoort de BRIN erbij. */
function zoekwaarde(p: PersoonUitBestand, brin: string): string {
  return p.nummer.elfproef ? p.nummer.waarde : `${p.nummer.stelsel}/${brin}/${p.nummer.waarde}`
}

type Opgehaald = { readonly gegevens: ReadonlyMap<string, OpenGegevens> } & Readonly<Record<Bulkstand, ReadonlyMap<string, OpenStand>>>

class Groep {
  readonly #werk: Groepwerk
  readonly #schrijver: Bulkschrijver
  readonly #oud: Opgehaald
  readonly #sluit: { tabel: Bulkstand | 'deelnemer_gegevens'; deelnemerId: string; id: string }[] = []
  readonly #tel = { nieuw: 0, gewijzigd: 0, ongewijzigd: 0, ouder: 0 }
  readonly #deelnemers: string[] = []

  constructor(werk: Groepwerk, schrijver: Bulkschrijver, oud: Opgehaald) {
    this.#werk = werk
    this.#schrijver = schrijver
    this.#oud = oud
  }

  verslag(): Groepverslag {
    return { ...this.#tel, deelnemers: this.#deelnemers }
  }

  async sluitOude(): Promise<void> {
    for (const tabel of ['deelnemer_gegevens', 'inschrijving_stand', 'bpv_stand', 'diploma_stand', 'resultaat_stand'] as const) {
      await sluitRijen(this.#werk.verbinding, tabel, this.#sluit.filter((s) => s.tabel === tabel), this.#werk.nu)
    }
  }

  student(p: PersoonUitBestand, deelnemerId: string, nieuweSleutel: Buffer | null): void {
    const ervoor = this.#tel.nieuw + this.#tel.gewijzigd
    if (nieuweSleutel !== null) this.#deelnemer(p, deelnemerId, nieuweSleutel)
    const gegevensAnders = this.#gegevens(p, deelnemerId)
    const brins = new Set<string>()
    let route = false
    for (const inschrijving of p.inschrijvingen) {
      brins.add(inschrijving.brin)
      route ||= inschrijving.perioden.some((periode) => periode.leerroute !== null || periode.leerroutefase !== null)
      const bericht = naarInschrijvingBericht(inschrijving)
      const standId = this.#stand('inschrijving_stand', { deelnemer_id: deelnemerId, brin: bericht.brin, inschrijvingvolgnummer: bericht.inschrijvingvolgnummer }, inschrijvingRij(bericht), inschrijvingKinderen(bericht))
      if (standId !== null) {
        for (const rij of periodeRijen(bericht)) this.#schrijver.voegToe('inschrijvingsperiode', { ...rij, deelnemer_id: deelnemerId, stand_id: standId })
        for (const rij of ondersteuningRijen(bericht)) this.#schrijver.voegToe('extra_ondersteuning', { ...rij, deelnemer_id: deelnemerId, stand_id: standId })
      }
      for (const bpv of inschrijving.bpv) {
        const b = naarBpvBericht(inschrijving, bpv)
        if (b !== undefined) this.#stand('bpv_stand', { deelnemer_id: deelnemerId, brin: b.brin, inschrijvingvolgnummer: b.inschrijvingvolgnummer, bpv_volgnummer: b.bpvVolgnummer }, bpvRij(b))
      }
    }
    for (const d of p.diplomas.map(naarDiplomaBericht)) {
      brins.add(d.brin)
      this.#stand('diploma_stand', { deelnemer_id: deelnemerId, brin: d.brin, resultaatvolgnummer: d.resultaatvolgnummer }, diplomaRij(d))
    }
    for (const o of p.onderdelen.map(naarOnderdeelBericht)) {
      brins.add(o.brin)
      this.#stand('resultaat_stand', { deelnemer_id: deelnemerId, brin: o.brin, soort: o.soort, resultaatvolgnummer: o.resultaatvolgnummer }, onderdeelRij(o))
    }
    const anders = this.#tel.nieuw + this.#tel.gewijzigd > ervoor
    if (anders || gegevensAnders || nieuweSleutel !== null) this.#rondAf(p, deelnemerId, brins, route)
  }

  #deelnemer(p: PersoonUitBestand, deelnemerId: string, sleutel: Buffer): void {
    const { versleuteld, sleutelId } = this.#werk.kluis.versleutel(p.nummer.waarde, deelnemerId)
    this.#schrijver.voegToe('deelnemer', {
      deelnemer_id: deelnemerId, persoonsnummer_versleuteld: versleuteld, persoonsnummer_sleutel_id: sleutelId, persoonsnummer_sleutel: sleutel,
      persoonsnummer_soort: !p.nummer.elfproef ? 'ONBEKEND' : p.nummer.stelsel === 'BSN' ? 'BSN' : 'ONDERWIJSNUMMER', persoonsnummer_stelsel: p.nummer.stelsel, aangemaakt_op: this.#werk.nu,
    })
  }

  /** Wat een bestand niet noemt (naam, woonland), blijft zoals het bekend is. */
  #gegevens(p: PersoonUitBestand, deelnemerId: string): boolean {
    const geboortedatum = p.geboortedatum === null ? undefined : leesGeboortedatum(p.geboortedatum)
    if (geboortedatum === undefined || p.geboortedatum === null) return false
    const oud = this.#oud.gegevens.get(deelnemerId)
    const geslacht = p.geslacht ?? oud?.geslacht ?? null
    if (oud !== undefined && ((oud.geboortedatum_ruw === p.geboortedatum && oud.geslacht === geslacht) || oud.vastgelegd_van > this.#werk.nu)) return false
    if (oud !== undefined) this.#sluit.push({ tabel: 'deelnemer_gegevens', deelnemerId, id: oud.gegevens_id })
    this.#schrijver.voegToe('deelnemer_gegevens', {
      deelnemer_id: deelnemerId, gegevens_id: uuidv7(), geboortedatum, geboortedatum_ruw: p.geboortedatum, geslacht, naam: oud?.naam ?? null, zoeknaam: oud?.zoeknaam ?? '',
      woont_in_nederland: oud?.woont_in_nederland ?? true, vo_activiteiten_afgerond_op: oud?.vo_activiteiten_afgerond_op ?? null, vastgelegd_van: this.#werk.nu,
    })
    return true
  }

  /** Zelfde regels als één levering (`legStandVast`). Geeft de sleutel van de nieuwe stand, of null als er niets verandert. */
  #stand(tabel: Bulkstand, sleutel: Bulkrij, inhoud: Bulkrij, kinderen?: unknown): string | null {
    const hash = standHash(inhoud, kinderen)
    const open = this.#oud[tabel].get(standsleutel(tabel, sleutel))
    if (open?.hash.equals(hash)) {
      this.#tel.ongewijzigd++
      return null
    }
    if (open !== undefined && open.vastgelegd_van > this.#werk.nu) {
      this.#tel.ouder++
      return null
    }
    const standId = uuidv7()
    if (open !== undefined) this.#sluit.push({ tabel, deelnemerId: String(sleutel['deelnemer_id']), id: open.stand_id })
    this.#tel[open === undefined ? 'nieuw' : 'gewijzigd']++
    this.#schrijver.voegToe(tabel, { ...sleutel, ...inhoud, stand_id: standId, inhoud_hash: hash, vastgelegd_van: this.#werk.nu })
    return standId
  }

  /** Audit en outbox in dezelfde transactie, één per student. */
  #rondAf(p: PersoonUitBestand, deelnemerId: string, brins: ReadonlySet<string>, route: boolean): void {
    const { nu, actor, brin, bestand } = this.#werk
    this.#deelnemers.push(deelnemerId)
    for (const school of brins.size === 0 ? [brin] : brins) this.#schrijver.voegToe('deelnemer_school', { deelnemer_id: deelnemerId, brin: school, deelt_keten: route })
    const gegevens = JSON.stringify({ bestand, regelnummer: p.regelnummer })
    this.#schrijver.voegToe('audit_regel', { audit_id: uuidv7(), op: nu, actor, handeling: 'importeerBestand', brin, deelnemer_id: deelnemerId, object_soort: 'bestand', object_sleutel: bestand, gegevens })
    this.#schrijver.voegToe('outbox', { deelnemer_id: deelnemerId, outbox_id: uuidv7(), soort: 'deelnemer-gewijzigd', gegevens, aangemaakt_op: nu })
  }
}
