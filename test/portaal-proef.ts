/** Het portaal op een echte database, zonder makelaar en zonder achtergrondwerk. Meer servers op een database: `bouwPortaal` meer dan eens. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../src/database/index.ts'
import { datum, type Moment } from '../src/kern/datum.ts'
import { laadNormen } from '../src/normen/index.ts'
import { bouwApp } from '../src/server/app.ts'
import { maakPortaalbron } from '../src/server/portaalbron.ts'
import { type Beveiligingsvoorval, type Inlogaansluiting, type Kluis, maakKluis, meldAf, registreerOrganisatie, systeemactor, zoekSessie } from '../src/toegang/index.ts'

export interface Portaalkeuze {
  readonly database: Database
  readonly kluis?: Kluis
  readonly nu?: () => Date
  readonly aansluiting?: Inlogaansluiting
  readonly metadata?: string
  /** Voor een echte browser: het adres waarop de test luistert. */
  readonly basisUrl?: string
  readonly https?: boolean
  /** Zoals alle servers achter een adres dezelfde sleutel hebben. */
  readonly sleutel?: Uint8Array
  readonly voorvallen?: Beveiligingsvoorval[]
}

const BASIS_URL = 'http://localhost'
const BASIS_URL_HTTPS = 'https://localhost'
const SLEUTEL = randomBytes(32)
const KLUIS = maakProefkluis()

export function bouwPortaal({ database, kluis = KLUIS, nu = () => new Date(), aansluiting, metadata, https = false, sleutel = SLEUTEL, voorvallen = [], basisUrl = https ? BASIS_URL_HTTPS : BASIS_URL }: Portaalkeuze): FastifyInstance {
  const normen = laadNormen()
  return bouwApp({
    config: { host: '127.0.0.1', ontwikkeling: true, https, basisUrl }, sleutels: { sessie: sleutel }, nu, isGereed: () => Promise.resolve(true),
    bron: maakPortaalbron({ database, kluis, normen, opleidingsnamen: {}, nu }),
    sessies: { zoek: (hash, op) => zoekSessie(database, hash, op), meldAf: (hash, op) => meldAf(database, hash, op) },
    deur: () => Promise.resolve({ database, kluis, normen, nu, basisUrl, beveiligingslog: (voorval) => voorvallen.push(voorval) }),
    aansluiting: () => aansluiting, metadata: () => metadata, meldStoring: (_kenmerk, fout) => { throw fout },
  })
}

export function maakProefkluis(): Kluis {
  return maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
}

export const VAN = datum('2018-08-01')
export const KVK = '00000901'
export const KVK_TOT_GISTEREN = '00000902'
export const RSIN = '999970021'
export const VESTIGINGSNUMMER = '999900000901'
/** Nummers van een school met twee vestigingen (31MB02, 31MB03): het ene zegt welke, het andere niet. */
export const NUMMER_VAN_31MB03 = '999900000903'
export const NUMMER_ZONDER_VESTIGING = '999900000904'

/** Een bestuur (KVK, RSIN) met een vo-school 31VA (vestiging 31VA02) en een mbo-instelling 31MB; alles verzonnen. */
export async function richtSchoolIn(database: Database, gisteren = datum('2026-11-23')): Promise<void> {
  const ctx = { actor: systeemactor('proef'), nu: '2018-08-01T08:00:00.000Z' as Moment, kluis: KLUIS }
  const eis = async (bericht: Parameters<typeof registreerOrganisatie>[2]): Promise<void> => {
    const uitkomst = await registreerOrganisatie(database, ctx, bericht)
    if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.reden))
  }
  await eis({
    soort: 'BEVOEGD_GEZAG', naam: 'Stichting Proef',
    identificaties: [
      { soort: 'BESTUURSNUMMER', waarde: '49901', geldigVan: VAN }, { soort: 'KVK', waarde: KVK, geldigVan: VAN }, { soort: 'RSIN', waarde: RSIN, geldigVan: VAN },
      { soort: 'KVK', waarde: KVK_TOT_GISTEREN, geldigVan: VAN, geldigTotEnMet: gisteren },
    ],
  })
  for (const [brin, code, sector] of [['31VA', '901A001', 'VO'], ['31MB', '901A002', 'MBO']] as const) {
    await eis({
      soort: 'INSTELLING', naam: `School ${brin}`, bevoegdGezag: [{ bestuursnummer: '49901', geldigVan: VAN }], onderwijsaanbieders: [{ code, sector, geldigVan: VAN }],
      identificaties: [
        { soort: 'BRIN', waarde: brin, geldigVan: VAN }, { soort: 'VESTIGING', waarde: `${brin}02`, geldigVan: VAN },
        ...(brin === '31VA' ? [{ soort: 'VESTIGINGSNUMMER', waarde: VESTIGINGSNUMMER, geldigVan: VAN }] as const : [
          { soort: 'VESTIGING', waarde: '31MB03', geldigVan: VAN }, { soort: 'VESTIGINGSNUMMER', waarde: NUMMER_VAN_31MB03, vestiging: '31MB03', geldigVan: VAN },
          { soort: 'VESTIGINGSNUMMER', waarde: NUMMER_ZONDER_VESTIGING, geldigVan: VAN },
        ] as const),
      ],
    })
  }
}
