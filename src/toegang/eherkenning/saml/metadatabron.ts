import { readFile, rename, writeFile } from 'node:fs/promises'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Inlogweigering } from '../identiteit.ts'
import type { Samlopzet } from './instelling.ts'
import { leesMakelaarmetadata, type Makelaarmetadata } from './makelaarmetadata.ts'
import type { Ophaler } from './ophalen.ts'
import { onbereikbaar } from './weigering.ts'

export interface Metadatabron {
  haal(nu: Date): Promise<Uitkomst<Makelaarmetadata, Inlogweigering>>
}

/** Waar de laatste goede metadata een herstart overleeft. Wat eruit komt wordt gecontroleerd alsof het net is opgehaald. */
export interface Metadatabewaring {
  lees(): Promise<Buffer | undefined>
  bewaar(metadata: Buffer): Promise<void>
}

/** Na een mislukte poging werkt alles door met wat er was; zo lang wachten wij met de volgende. */
const OPNIEUW_MS = 5 * 60_000

/**
 * Haalt de metadata van de makelaar als zij nodig is, en weer na haar `cacheDuration` (hooguit zeven dagen). Lukt dat niet, of klopt de
 * handtekening niet, dan blijft de laatste goede staan tot haar `validUntil`.
 */
export function maakMetadatabron(opzet: Samlopzet, haalOp: Ophaler, bewaring: Metadatabewaring | undefined): Metadatabron {
  const { makelaar } = opzet.instelling
  const verwacht = { entityId: makelaar.entityId, certificaten: opzet.metadataCertificaten }
  let laatste: { readonly metadata: Makelaarmetadata; readonly verversOp: number } | undefined
  let bezig: Promise<string | undefined> | undefined
  const neemOver = (metadata: Makelaarmetadata, verversOp: number): void => {
    laatste = { metadata, verversOp }
  }
  const ververs = async (nu: Date): Promise<string | undefined> => {
    const opgehaald = await haalOp({ adres: makelaar.metadataAdres, methode: 'GET', koppen: { accept: 'application/samlmetadata+xml, application/xml, text/xml' } })
    const gelezen = opgehaald.ok ? leesMakelaarmetadata(opgehaald.waarde, verwacht, nu) : opgehaald
    if (gelezen.ok && opgehaald.ok) {
      neemOver(gelezen.waarde, nu.getTime() + gelezen.waarde.verversNa)
      await bewaring?.bewaar(opgehaald.waarde)
      return undefined
    }
    const bewaard = laatste === undefined ? await bewaring?.lees() : undefined
    const eerder = bewaard === undefined ? laatste?.metadata : uitBewaring(bewaard, nu)
    if (eerder !== undefined) neemOver(eerder, nu.getTime() + OPNIEUW_MS)
    return gelezen.ok ? undefined : gelezen.reden
  }
  const uitBewaring = (bytes: Buffer, nu: Date): Makelaarmetadata | undefined => {
    const gelezen = leesMakelaarmetadata(bytes, verwacht, nu)
    return gelezen.ok ? gelezen.waarde : undefined
  }
  return {
    haal: async (nu) => {
      let bezwaar: string | undefined
      if (laatste === undefined || nu.getTime() >= laatste.verversOp) {
        bezig ??= ververs(nu).finally(() => {
          bezig = undefined
        })
        bezwaar = await bezig
      }
      if (laatste === undefined) return onbereikbaar(isCode(bezwaar) ? bezwaar : 'SAML-METADATA-ONTBREEKT')
      const { metadata } = laatste
      return metadata.geldigTot !== undefined && metadata.geldigTot <= nu.getTime() ? onbereikbaar('SAML-METADATA-VERLOPEN') : gelukt(metadata)
    },
  }
}

function isCode(tekst: string | undefined): tekst is `SAML-${string}` {
  return tekst?.startsWith('SAML-') === true
}

/** Bewaart in een bestand; een half geschreven bestand komt niet voor. Een bestand dat er niet is, is geen fout. */
export function maakBestandsbewaring(pad: string): Metadatabewaring {
  return {
    lees: async () => {
      try {
        return await readFile(pad)
      } catch {
        return undefined
      }
    },
    bewaar: async (metadata) => {
      const nieuw = `${pad}.nieuw`
      await writeFile(nieuw, metadata, { mode: 0o600 })
      await rename(nieuw, pad)
    },
  }
}
