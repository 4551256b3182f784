import { parseDatum } from '../kern/datum.ts'
import type { Datum } from '../kern/datum.ts'
import type { Zekerheid } from '../kern/reden.ts'
import { isVelden, tekstlijst, verplichteTekst, weigerOnbekendeVelden } from './bestand.ts'
import type { Meld, Velden } from './bestand.ts'
import type { GedateerdeWaarde, Parameter, Soort, Waarde } from './opzoeken.ts'
import { leesEngels } from './vertaling.ts'

/** Wat een parameterbestand moet kennen om te kunnen worden gecontroleerd. */
export interface Omgeving {
  readonly eenheden: ReadonlyMap<string, Soort>
  readonly bronnen: ReadonlySet<string>
  readonly regels: ReadonlySet<string>
}

const VELDEN = ['omschrijving', 'eenheid', 'gebruikt_door', 'gecontroleerd_op', 'geldig_tot_en_met', 'toelichting', 'waarden', 'en']
const WAARDEVELDEN = ['waarde', 'bron', 'zekerheid', 'status', 'toelichting', 'en']

/** Controleert één parameterbestand en meldt elke fout. `undefined` als het niet te gebruiken is. */
export function leesParameter(naam: string, velden: Velden, omgeving: Omgeving, meld: Meld): Parameter | undefined {
  weigerOnbekendeVelden(velden, VELDEN, '', meld)
  const omschrijving = verplichteTekst(velden, 'omschrijving', '', meld)
  const eenheid = verplichteTekst(velden, 'eenheid', '', meld)
  const soort = eenheid === undefined ? undefined : omgeving.eenheden.get(eenheid)
  if (eenheid !== undefined && soort === undefined) {
    meld('eenheid', `de eenheid ‘${eenheid}’ staat niet in eenheden.yaml`, `kies uit: ${[...omgeving.eenheden.keys()].join(', ')}`)
  }
  const gebruiktDoor = leesGebruik(velden, omgeving.regels, meld)
  const gecontroleerdOp = leesDag(velden, 'gecontroleerd_op', true, meld)
  const waarden = leesWaarden(velden, soort, omgeving.bronnen, meld)
  const einde = leesDag(velden, 'geldig_tot_en_met', false, meld)
  controleerEinde(einde, waarden, meld)
  const en = leesEngels(velden, ['omschrijving'], '', meld)
  if (!omschrijving || !eenheid || !soort || !gebruiktDoor || !gecontroleerdOp || waarden.length === 0) return undefined
  return { naam, omschrijving, eenheid, soort, gebruiktDoor, gecontroleerdOp, waarden, geldigTotEnMet: einde ?? null, en: { omschrijving: en['omschrijving'] ?? '' } }
}

/** Een dag uit een veld. Meldt een onmogelijke dag, en een ontbrekende als het veld verplicht is. */
export function leesDag(velden: Velden, naam: string, verplicht: boolean, meld: Meld, plek = ''): Datum | undefined {
  const waarde = velden[naam]
  if (waarde === undefined || waarde === null) {
    if (verplicht) meld(plek + naam, 'dit veld is verplicht', `vul een dag in als jjjj-mm-dd, bijvoorbeeld \`${naam}: 2026-11-23\``)
    return undefined
  }
  const dag = typeof waarde === 'string' ? parseDatum(waarde) : undefined
  if (dag === undefined) meld(plek + naam, `${String(waarde)} is geen bestaande dag`, 'schrijf de dag als jjjj-mm-dd')
  return dag
}

function leesGebruik(velden: Velden, regels: ReadonlySet<string>, meld: Meld): readonly string[] | undefined {
  const gebruik = tekstlijst(velden['gebruikt_door'])
  if (gebruik === undefined || gebruik.length === 0) {
    meld('gebruikt_door', 'ten minste één regel gebruikt deze waarde', 'noem de regels, of verwijder het bestand')
    return undefined
  }
  for (const id of gebruik) {
    if (!regels.has(id)) meld('gebruikt_door', `de regel ${id} staat niet in regels.yaml`, 'verbeter het nummer of voeg de regel toe')
  }
  return gebruik
}

function leesWaarden(velden: Velden, soort: Soort | undefined, bronnen: ReadonlySet<string>, meld: Meld): readonly GedateerdeWaarde[] {
  const waarden = velden['waarden']
  if (!isVelden(waarden) || Object.keys(waarden).length === 0) {
    meld('waarden', 'er is ten minste één waarde met een eerste dag', 'voeg een dag en een waarde toe')
    return []
  }
  const gelezen: GedateerdeWaarde[] = []
  for (const [sleutel, inhoud] of Object.entries(waarden)) {
    const van = parseDatum(sleutel)
    if (van === undefined) {
      meld(`waarden.${sleutel}`, `${sleutel} is geen bestaande dag`, 'schrijf de eerste dag als jjjj-mm-dd')
      continue
    }
    const vorige = gelezen.at(-1)
    if (vorige !== undefined && vorige.van >= van) meld(`waarden.${sleutel}`, 'de dagen staan op volgorde, oudste eerst', `zet ${sleutel} voor ${vorige.van}`)
    const waarde = leesWaarde(van, inhoud, soort, bronnen, meld)
    if (waarde !== undefined) gelezen.push(waarde)
  }
  return gelezen
}

function leesWaarde(van: Datum, inhoud: unknown, soort: Soort | undefined, bronnen: ReadonlySet<string>, meld: Meld): GedateerdeWaarde | undefined {
  const plek = `waarden.${van}.`
  if (!isVelden(inhoud)) {
    meld(`waarden.${van}`, 'een waarde heeft de velden waarde, bron en zekerheid', 'schrijf `{ waarde: ..., bron: S.., zekerheid: ... }`')
    return undefined
  }
  weigerOnbekendeVelden(inhoud, WAARDEVELDEN, plek, meld)
  const waarde = soort === undefined ? undefined : leesInhoud(inhoud['waarde'], soort, plek, meld)
  const bron = leesBron(inhoud, bronnen, plek, meld)
  const zekerheid = leesZekerheid(inhoud, plek, meld)
  const status = inhoud['status']
  if (status !== undefined && status !== 'aangekondigd') meld(plek + 'status', 'de enige status is aangekondigd', 'schrijf `status: aangekondigd` of laat het veld weg')
  const toelichting = inhoud['toelichting']
  if (toelichting !== undefined && typeof toelichting !== 'string') meld(plek + 'toelichting', 'een toelichting is tekst', 'zet de toelichting tussen aanhalingstekens')
  const en = leesEngels(inhoud, ['toelichting'], plek, meld)
  if (waarde === undefined || bron === undefined || zekerheid === undefined) return undefined
  return { van, waarde, bron, zekerheid, aangekondigd: status === 'aangekondigd', toelichting: typeof toelichting === 'string' ? toelichting : null, en: { toelichting: en['toelichting'] ?? null } }
}

export function leesBron(velden: Velden, bronnen: ReadonlySet<string>, plek: string, meld: Meld): string | undefined {
  const bron = verplichteTekst(velden, 'bron', plek, meld)
  if (bron !== undefined && !bronnen.has(bron)) meld(plek + 'bron', `de bron ${bron} staat niet in bronnen.yaml`, 'verbeter het nummer of voeg de bron toe')
  return bron
}

export function leesZekerheid(velden: Velden, plek: string, meld: Meld): Zekerheid | undefined {
  const zekerheid = velden['zekerheid']
  if (zekerheid === 'zeker' || zekerheid === 'afgeleid') return zekerheid
  meld(plek + 'zekerheid', 'zekerheid is zeker of afgeleid', 'schrijf `zekerheid: zeker` als de bron het zegt, anders `zekerheid: afgeleid`')
  return undefined
}

const MAAND_DAG = /^\d{2}-\d{2}$/

/** Een waarde van de soort die bij de eenheid hoort. 2000 is een schrikkeljaar: zo bestaat ook 02-29. */
function leesInhoud(waarde: unknown, soort: Soort, plek: string, meld: Meld): Waarde | undefined {
  if (waarde === undefined || waarde === null) {
    meld(plek + 'waarde', 'dit veld is verplicht', 'vul `waarde:` in')
    return undefined
  }
  if (soort === 'getal' && typeof waarde === 'number' && Number.isFinite(waarde)) return waarde
  if (soort === 'datum' && typeof waarde === 'string') {
    const dag = parseDatum(waarde)
    if (dag !== undefined) return dag
  }
  const lijst = tekstlijst(waarde)
  if (soort === 'codes' && lijst !== undefined && lijst.length > 0) return Object.freeze([...lijst])
  const zijnDagen = lijst?.every((dag) => MAAND_DAG.test(dag) && parseDatum(`2000-${dag}`) !== undefined)
  if (soort === 'maand-dagen' && lijst !== undefined && lijst.length > 0 && zijnDagen) return Object.freeze([...lijst])
  meld(plek + 'waarde', VORM[soort], `verander ${JSON.stringify(waarde)}, of kies een andere eenheid`)
  return undefined
}

const VORM: Readonly<Record<Soort, string>> = {
  getal: 'bij deze eenheid hoort een getal',
  datum: 'bij deze eenheid hoort een bestaande dag, jjjj-mm-dd',
  codes: 'bij deze eenheid hoort een lijst van codes',
  'maand-dagen': 'bij deze eenheid hoort een lijst van dagen, elk als mm-dd tussen aanhalingstekens',
}

function controleerEinde(einde: Datum | undefined, waarden: readonly GedateerdeWaarde[], meld: Meld): void {
  const laatste = waarden.at(-1)
  if (einde === undefined || laatste === undefined || einde >= laatste.van) return
  meld('geldig_tot_en_met', `de laatste dag ligt voor ${laatste.van}, de eerste dag van een waarde`, 'kies een latere laatste dag of haal de waarde weg')
}
