import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { importeerBestand } from '../src/bron/index.ts'
import { momentVan } from '../src/kern/datum.ts'
import { laadNormen } from '../src/normen/index.ts'
import { bouwApp } from '../src/server/app.ts'
import { maakPortaalbron } from '../src/server/portaalbron.ts'
import { meldAf, systeemactor, zoekSessie } from '../src/toegang/index.ts'
import { logIn } from '../test/inloggen.ts'
import { duurMs, getal, mediaan, p95, type Benchkeuze, type Meting } from './meting.ts'
import { metProefregister, type Proefregister } from './proefregister.ts'
import { schrijfRoBestand } from './ro-bestand.ts'

const DOEL_MS = 50
const REGELS_PER_STUDENT = 5.72
const KALE_VRAAG = `select s.*, p.* from inschrijving_stand s join inschrijvingsperiode p using (deelnemer_id, stand_id) where s.deelnemer_id = $1`

/** De hele studentpagina van de server, met 100.000 studenten in het register; vergeleken met een enkele vraag om de inschrijvingen van dezelfde student. */
export function meetStudentpagina(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister(async (register) => meet(register, await vulRegister(register, keuze), keuze))
}

async function vulRegister({ database, kluis, map }: Proefregister, { klein, meld }: Benchkeuze): Promise<number> {
  const pad = join(map, 'RO_21MB_20250801_20270731.CSV')
  const { personen } = await schrijfRoBestand(pad, Math.ceil((klein ? 5_000 : 100_000) * REGELS_PER_STUDENT))
  const uitkomst = await importeerBestand(database, { actor: systeemactor('bench'), nu: momentVan(new Date()), kluis }, pad)
  if (!uitkomst.ok) throw new Error(`het verzonnen bestand is geweigerd: ${uitkomst.reden.uitleg}`)
  await database.pool.query('analyze')
  meld(`studentpagina: ${getal(personen)} studenten in het register`)
  return personen
}

async function meet({ database, kluis }: Proefregister, studenten: number, { klein, meld }: Benchkeuze): Promise<Meting> {
  const nu = (): Date => new Date()
  const normen = laadNormen()
  const app = bouwApp({
    config: { host: '127.0.0.1', ontwikkeling: true }, sleutels: { sessie: randomBytes(32) }, nu, isGereed: () => Promise.resolve(true),
    bron: maakPortaalbron({ database, kluis, normen, opleidingsnamen: {}, nu }),
    sessies: { zoek: (hash, op) => zoekSessie(database, hash, op), meldAf: (hash, op) => meldAf(database, hash, op) },
    deur: () => Promise.resolve({ database, kluis, normen, nu, basisUrl: 'http://127.0.0.1', beveiligingslog: () => undefined }),
    meldStoring: (_kenmerk, fout) => { throw fout },
  })
  const koekje = await logIn(database, 'lindemeer-administratie')
  const { rows } = await database.pool.query<{ id: string }>(
    `select deelnemer_id as id from deelnemer_school where brin = '21MB' order by md5(deelnemer_id::text) limit $1`, [klein ? 60 : 400])
  const toon = async (id: string): Promise<void> => {
    const antwoord = await app.inject({ url: `/studenten/${id}`, headers: { cookie: koekje, host: '127.0.0.1' } })
    if (antwoord.statusCode !== 200 || !antwoord.body.includes('</html>')) throw new Error(`de studentpagina gaf ${antwoord.statusCode}`)
  }
  for (const { id } of rows.slice(0, 40)) await toon(id)
  const [pagina, kaal]: [number[], number[]] = [[], []]
  for (const { id } of rows) {
    kaal.push(await duurMs(() => database.pool.query(KALE_VRAAG, [id])))
    pagina.push(await duurMs(() => toon(id)))
  }
  await app.close()
  meld(`studentpagina: mediaan ${getal(mediaan(pagina))} ms`)
  return {
    naam: 'Studentpagina',
    uitleg: `Van verzoek tot volledige HTML in de server (inject, zonder netwerk), voor ${rows.length} willekeurige van ${getal(studenten)} studenten. De vergelijking is één vraag om de inschrijvingen en perioden van dezelfde student.`,
    uitkomsten: [
      { wat: 'pagina (mediaan)', waarde: `${getal(mediaan(pagina))} ms` },
      { wat: 'pagina (95 van de 100 onder)', waarde: `${getal(p95(pagina))} ms` },
      { wat: 'kale vraag (mediaan)', waarde: `${getal(mediaan(kaal))} ms` },
      { wat: 'verhouding pagina : vraag', waarde: getal(mediaan(pagina) / mediaan(kaal)) },
    ],
    doel: `onder ${DOEL_MS} ms`,
    gehaald: mediaan(pagina) < DOEL_MS,
  }
}
