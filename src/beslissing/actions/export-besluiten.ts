import type { Overzichtstudent } from '../../bron/index.ts'
import { alsSysteem } from '../../database/index.ts'
import { datumInNederland, type Datum } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import type { Besluit } from '../besluit.ts'
import { beslisBekend, telVerzuim } from '../rules/beslis.ts'
import type { Bepaald } from '../rules/grondslagwaarden.ts'
import { bekendDossier } from '../rules/kennis.ts'
import { laadReferentie, loadDossiers, type Leerlingdossier, type Referentie } from '../store/dossier.ts'
import type { Exportwerk } from './exportwerk.ts'

export type Dossiers = ReadonlyMap<string, Leerlingdossier>

/** De dossiers uit beide registers, zoals nu bekend: een besluit over bekostiging gaat ook over het vo. Daarom als systeem, na mag(). */
export async function laadDossiers(werk: Exportwerk, groep: readonly Overzichtstudent[]): Promise<Dossiers> {
  const referentie = await referentieVan(werk)
  const geladen = await alsSysteem(werk.trx, () => loadDossiers(werk.trx, groep.map(({ deelnemerId }) => deelnemerId), null, referentie))
  return new Map([...geladen].map(([id, dossier]) => [id, { ...dossier, ...bekendDossier(dossier, null) }]))
}

/** Het besluit per dag; elke dag wordt één keer uitgerekend. Verwacht een dossier waarin alleen staat wat telt. */
export function besluiter(dossier: Leerlingdossier, normen: Normen): (dag: Datum) => Pick<Besluit, 'bekostiging' | 'fase'> {
  const eerder = new Map<Datum, Besluit>()
  return (dag) => {
    const besluit = eerder.get(dag) ?? beslisBekend(dossier, telVerzuim(dossier, normen), { peildatum: dag, bekendOp: null }, normen)
    eerder.set(dag, besluit)
    return besluit
  }
}

/** Het moment van bepalen in de twee schrijfwijzen van DUO, in Nederlandse tijd. */
export function bepaaldOp(nu: Date): Bepaald {
  const streepjes = MOMENT.format(nu)
  return { streepjes, aaneen: streepjes.replaceAll(/[-:]/g, '') }
}

const MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' })

const REFERENTIES = new WeakMap<object, Promise<Referentie>>()

/** Eén keer per bestand: wat voor alle leerlingen hetzelfde is. */
function referentieVan({ trx, nu }: Exportwerk): Promise<Referentie> {
  const eerder = REFERENTIES.get(trx)
  if (eerder !== undefined) return eerder
  const geladen = alsSysteem(trx, () => laadReferentie(trx, { peildatum: datumInNederland(nu), kennisdag: null }))
  REFERENTIES.set(trx, geladen)
  return geladen
}
