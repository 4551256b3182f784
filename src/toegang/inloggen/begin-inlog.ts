import { type Database, inTransactie } from '../../database/index.ts'
import { momentVan } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { systeemactor } from '../actor.ts'
import type { Beveiligingslog } from '../beveiligingslog.ts'
import type { Browserstap, Inlogaansluiting, Inlogweigering } from '../eherkenning/identiteit.ts'
import { zetGeheim } from '../herkoppelen/poging-store.ts'
import type { Kluis } from '../kluis.ts'
import { INLOG_SECONDEN, koekjehash, nieuweKoekjewaarde } from '../sessie/koekje.ts'
import { contextVan } from '../uitvoeren.ts'
import { meldAfwijzing } from './afwijzing.ts'
import { slaInlogverzoekOp } from './verzoek-store.ts'

/** Wat inloggen van de server nodig heeft. */
export interface Inlogdeur {
  readonly database: Database
  readonly kluis: Kluis
  readonly beveiligingslog: Beveiligingslog
}

export interface Inlogvraag {
  /** Een bladzijde van deze site, al getoetst; blijft op de server. */
  readonly terug: string
  /** `OPNIEUW`: iemand die al ingelogd is bewijst dat hij het nog steeds is (S-03). Met een poging: het tweede bewijs, dat geen sessie opent (T-23). */
  readonly doel: 'INLOGGEN' | 'OPNIEUW' | { readonly herkoppelpogingId: string }
  /** De sessie die deze browser nu heeft. */
  readonly sessieHash: Buffer | null
  /** Dat de gebruiker en het beveiligingslog allebei zien. */
  readonly kenmerk: string
}

export interface BegonnenBrowser {
  readonly stap: Browserstap
  /** De waarde van het koekje van de inlog; hier voor het eerst en het laatst te lezen. */
  readonly koekje: string
}

/** begint een inlog die alleen deze browser kan afmaken, hooguit tien minuten lang. */
export async function beginInlog(deur: Inlogdeur, aansluiting: Inlogaansluiting, vraag: Inlogvraag, nu: Date): Promise<Uitkomst<BegonnenBrowser, Inlogweigering>> {
  const begonnen = await aansluiting.begin(nu)
  if (!begonnen.ok) {
    meldAfwijzing(deur.beveiligingslog, begonnen.reden, vraag.kenmerk)
    return geweigerd(begonnen.reden)
  }
  const { stap, kenmerk, geheim } = begonnen.waarde
  const koekje = nieuweKoekjewaarde()
  const herkoppelpogingId = typeof vraag.doel === 'string' ? null : vraag.doel.herkoppelpogingId
  await inTransactie(deur.database, contextVan(systeemactor('inlog')), async (trx) => {
    await slaInlogverzoekOp(trx, {
      koekjeHash: koekjehash(koekje), kenmerkHash: koekjehash(kenmerk), protocol: aansluiting.protocol, geheim, terug: vraag.terug, sessieHash: vraag.sessieHash,
      doel: typeof vraag.doel === 'string' ? vraag.doel : 'HERKOPPELEN', herkoppelpogingId, aangemaaktOp: momentVan(nu), verlooptOp: momentVan(nu.getTime() + INLOG_SECONDEN * 1000),
    })
    // Het antwoord hoort bij deze browser en bij deze poging: dezelfde waarde staat bij allebei.
    if (herkoppelpogingId !== null) await zetGeheim(trx, herkoppelpogingId, koekjehash(koekje))
  })
  return gelukt({ stap, koekje })
}
