import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parseDatum } from '../kern/datum.ts'
import { geweigerd, gelukt } from '../kern/uitkomst.ts'
import type { Uitkomst } from '../kern/uitkomst.ts'
import { vindAanbieder } from '../organisatie/zonder-register.ts'
import type { Organisatie } from '../organisatie/index.ts'
import { CASUS_SCHEMA } from './casus-schema.ts'
import { vertaalFout } from './casusfout.ts'
import type { Casusfout } from './casusfout.ts'
import type { Besluit } from './besluit.ts'
import type { Dossier, Vraag } from './dossier.ts'
import { vindDubbeleSleutels } from './dubbele-sleutels.ts'

/** Een gelezen casus. Alleen `dossier` en `vragen` bepalen het antwoord. */
export interface Casus {
  readonly id: string
  readonly titel: string | null
  readonly dossier: Dossier
  readonly vragen: readonly Casusvraag[]
}

export interface Casusvraag extends Vraag {
  /** Wat de schrijver verwacht; wordt vergeleken en nooit gebruikt om te beslissen. */
  readonly verwacht: Verwacht | null
}

export interface Verwacht extends Partial<Omit<Besluit, 'signalen' | 'registraties' | 'melding' | 'peildatum' | 'bekendOp' | 'motivering'>> {
  readonly signalen?: readonly string[]
  readonly registraties?: Partial<Besluit['registraties']>
  readonly melding?: Partial<NonNullable<Besluit['melding']>> | null
}

/** Leest de tekst van een casus. Bij een weigering staan alle gevonden fouten in `reden`. */
export function leesCasus(tekst: string): Uitkomst<Casus, readonly Casusfout[]> {
  let inhoud: unknown
  try {
    inhoud = JSON.parse(tekst.startsWith('\uFEFF') ? tekst.slice(1) : tekst)
  } catch (fout) {
    const waarom = fout instanceof Error ? fout.message : String(fout)
    return geweigerd([{ veld: '(hele casus)', regel: `dit is geen JSON (${waarom})`, herstel: 'controleer haken, komma’s en aanhalingstekens' }])
  }
  const dubbel = vindDubbeleSleutels(tekst)
  if (dubbel.length > 0) return geweigerd(dubbel.map((veld) => ({ veld, regel: 'dit veld staat er twee keer', herstel: 'houd één van de twee' })))
  return controleerCasus(inhoud)
}

/** Als `leesCasus`, voor JSON die al gelezen is (de API). */
export function controleerCasus(inhoud: unknown): Uitkomst<Casus, readonly Casusfout[]> {
  const isCasusVorm = maakVormcontrole()
  if (!isCasusVorm(inhoud)) {
    return geweigerd((isCasusVorm.errors ?? []).map(vertaalFout).filter((fout) => fout !== undefined))
  }
  const dossier = maakDossier(inhoud)
  const onbekend = vindOnbekendeAanbieders(dossier)
  if (onbekend.length > 0) return geweigerd(onbekend)
  const vragen = inhoud.vragen.map((vraag) => ({ peildatum: vraag.peildatum, bekendOp: vraag.bekendOp ?? null, verwacht: vraag.verwacht ?? null }))
  return gelukt({ id: inhoud.id, titel: inhoud.titel ?? null, dossier, vragen })
}

/** De vorm die het schema garandeert: lijsten en lege datums mogen ontbreken. */
interface CasusVorm extends Partial<Omit<Dossier, 'leerling' | 'organisaties'>> {
  readonly id: string
  readonly titel?: string
  readonly leerling: Pick<Dossier['leerling'], 'geboortedatum'> & Partial<Dossier['leerling']>
  readonly organisaties: readonly Organisatie[]
  readonly vragen: readonly (Pick<Vraag, 'peildatum'> & Partial<Casusvraag>)[]
}

let vormcontrole: ValidateFunction<CasusVorm> | undefined

/** Het schema vertalen kost meer dan honderd milliseconden; de server start sneller als dat pas bij de eerste casus gebeurt. */
function maakVormcontrole(): ValidateFunction<CasusVorm> {
  vormcontrole ??= new Ajv2020({
    allErrors: true, verbose: true, allowUnionTypes: true, strictRequired: false, strictTypes: false,
    formats: { datum: (tekst: string) => parseDatum(tekst) !== undefined },
  }).compile<CasusVorm>(CASUS_SCHEMA)
  return vormcontrole
}

function maakDossier(casus: CasusVorm): Dossier {
  return {
    leerling: { geboortedatum: casus.leerling.geboortedatum, woontInNederland: casus.leerling.woontInNederland ?? true },
    voActiviteitenAfgerondOp: casus.voActiviteitenAfgerondOp ?? null,
    organisaties: casus.organisaties,
    leerrouteplannen: casus.leerrouteplannen ?? [],
    rioAangebodenOpleidingen: casus.rioAangebodenOpleidingen ?? [],
    samenwerkingsovereenkomsten: casus.samenwerkingsovereenkomsten ?? [],
    interneRegelingen: casus.interneRegelingen ?? [],
    gezamenlijkeOordelen: casus.gezamenlijkeOordelen ?? [],
    inschrijvingenVo: casus.inschrijvingenVo ?? [],
    inschrijvingenMbo: casus.inschrijvingenMbo ?? [],
    diplomas: casus.diplomas ?? [],
    behaaldeOnderdelen: casus.behaaldeOnderdelen ?? [],
    afwezigheid: casus.afwezigheid ?? [],
    schoolvakanties: casus.schoolvakanties ?? [],
    verzuimmeldingen: casus.verzuimmeldingen ?? [],
  }
}

/** Elke code van een onderwijsaanbieder staat bij een van de organisaties: anders is haar sector en bevoegd gezag niet te kennen. */
function vindOnbekendeAanbieders(dossier: Dossier): readonly Casusfout[] {
  return genoemdeAanbieders(dossier)
    .filter(([, code]) => code && vindAanbieder(dossier.organisaties, code) === undefined)
    .map(([veld, code]) => ({
      veld,
      regel: `onderwijsaanbieder ${code ?? ''} staat bij geen van de organisaties`,
      herstel: 'verbeter de code, of zet de onderwijsaanbieder bij een school in organisaties',
    }))
}

function genoemdeAanbieders(dossier: Dossier): readonly (readonly [string, string | null | undefined])[] {
  const inschrijvingen = [
    ...dossier.inschrijvingenVo.map((inschrijving, i) => [`inschrijvingenVo[${i}]`, inschrijving] as const),
    ...dossier.inschrijvingenMbo.map((inschrijving, i) => [`inschrijvingenMbo[${i}]`, inschrijving] as const),
  ]
  return [
    ...dossier.leerrouteplannen.flatMap((plan, i) => [
      [`leerrouteplannen[${i}].voOnderwijsaanbieder`, plan.voOnderwijsaanbieder] as const,
      [`leerrouteplannen[${i}].mboOnderwijsaanbieder`, plan.mboOnderwijsaanbieder] as const,
    ]),
    ...dossier.rioAangebodenOpleidingen.flatMap((aanbod, i) => [
      [`rioAangebodenOpleidingen[${i}].onderwijsaanbieder`, aanbod.onderwijsaanbieder] as const,
      ...aanbod.samenwerkendeOnderwijsaanbieders.map((code, j) => [`rioAangebodenOpleidingen[${i}].samenwerkendeOnderwijsaanbieders[${j}]`, code] as const),
    ]),
    ...inschrijvingen.flatMap(([veld, { perioden }]) => perioden.map((periode, j) => [`${veld}.perioden[${j}].onderwijsaanbieder`, periode.onderwijsaanbieder] as const)),
  ]
}
