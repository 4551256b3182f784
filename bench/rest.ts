import { geefLast, type Serverproces, startServer } from './processen.ts'
import { getal, mediaan, type Benchkeuze, type Meting, type Uitkomstregel } from './meting.ts'
import { type Proefregister, metProefregister } from './proefregister.ts'
import { leverKaal, maakLeveringen } from './leveringen.ts'
import { databaseMs, procesMs } from './rekentijd.ts'

const SLEUTEL = { authorization: 'Bearer proef-lindemeer-administratie' }
const VERBINDINGEN = 8
const DOEL_PUNTVRAAG = 0.5
const DOEL_LEVERINGEN = 300

/** Het besluit over een student door de hele REST-deur, om en om met een kale node:http die dezelfde databasevragen doet. */
export async function meetPuntvraag(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister(async (register) => {
    const { rows } = await register.database.pool.query<{ id: string }>(`select deelnemer_id as id from deelnemer_school where brin = '21MB' order by deelnemer_id limit 40`)
    const ids = rows.map(({ id }) => id)
    const verzoeken = ids.map((id) => ({ methode: 'GET', pad: `/v1/deelnemers/${id}/besluiten`, koppen: SLEUTEL }))
    const [rest, kaal] = [await startServer('rest', register), await startServer('kaal', register, ids)]
    const meet = (poort: number, seconden: number) => geefLast({ poort, verbindingen: VERBINDINGEN, verzoeken, rond: { seconden } })
    const [eigen, vergelijking]: [number[], number[]] = [[], []]
    let laatste = await meet(rest.poort, 2)
    await meet(kaal.poort, 2)
    const kosten: Kosten[] = []
    for (let i = 0; i < (keuze.klein ? 2 : 5); i += 1) {
      kosten.push(await metKosten(register, rest, async () => (laatste = await meet(rest.poort, keuze.klein ? 2 : 4)).aantal))
      eigen.push(laatste.perSeconde)
      vergelijking.push((await meet(kaal.poort, keuze.klein ? 2 : 4)).perSeconde)
      keuze.meld(`puntvraag: REST ${getal(eigen.at(-1) ?? 0)}/s, kaal ${getal(vergelijking.at(-1) ?? 0)}/s`)
    }
    await Promise.all([rest.stop(), kaal.stop()])
    eisStatus(laatste.statussen, '200')
    const verhouding = mediaan(eigen.map((tempo, i) => tempo / (vergelijking[i] ?? Number.NaN)))
    return {
      naam: 'Besluit over een student door REST',
      uitleg: `GET op besluiten: aanmelden, rechten, alle feiten lezen, beslissen, uitleggen, logboek en metingen. ${VERBINDINGEN} blijvende verbindingen uit een ander proces. De vergelijking is node:http dat dezelfde databasevragen doet en de rijen teruggeeft.`,
      uitkomsten: [
        { wat: 'besluiten per seconde (mediaan)', waarde: getal(mediaan(eigen)) },
        { wat: 'kale server met dezelfde vragen, per seconde (mediaan)', waarde: getal(mediaan(vergelijking)) },
        { wat: 'verhouding', waarde: getal(verhouding) },
        ...kostenregels(kosten),
        { wat: 'duur van een verzoek bij deze drukte (mediaan, 95 van de 100 onder)', waarde: `${getal(laatste.mediaanMs)} ms, ${getal(laatste.p95Ms)} ms` },
      ],
      doel: 'ten minste half zo snel als kaal', gehaald: verhouding >= DOEL_PUNTVRAAG,
    }
  })
}

/** Losse leveringen door de REST-deur, elk een nieuwe student, met audit, outbox, bewaard antwoord en signalen in het antwoord. */
export async function meetLeveringen(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister(async (register) => {
    const rest = await startServer('rest', register)
    const aantal = keuze.klein ? 600 : 3_000
    const ronde = (van: number, hoeveel: number) => geefLast({ poort: rest.poort, verbindingen: VERBINDINGEN * 2, verzoeken: maakLeveringen(van, hoeveel, SLEUTEL) })
    await ronde(0, 400)
    const [eigen, kaal]: [number[], number[]] = [[], []]
    let laatste = await ronde(400, 100)
    const kosten: Kosten[] = []
    for (let i = 0; i < (keuze.klein ? 2 : 5); i += 1) {
      kosten.push(await metKosten(register, rest, async () => (laatste = await ronde(500 + i * aantal, aantal)).aantal))
      eisStatus(laatste.statussen, '201')
      eigen.push(laatste.perSeconde)
      kaal.push(await leverKaal(register, aantal, VERBINDINGEN * 2))
      keuze.meld(`leveringen: REST ${getal(laatste.perSeconde)}/s, kaal ${getal(kaal.at(-1) ?? 0)}/s, met signalen ${laatste.metSignalen} van ${laatste.aantal}`)
    }
    const { rows } = await register.database.pool.query<{ open: number }>('select count(*)::int as open from outbox where verwerkt_op is null')
    await rest.stop()
    const verhouding = mediaan(eigen.map((tempo, i) => tempo / (kaal[i] ?? Number.NaN)))
    return {
      naam: 'Losse leveringen door REST',
      uitleg: `POST op inschrijvingen: elk een nieuwe student met een leerroute, met versleuteld nummer, audit, outbox, gebeurtenis, bewaard antwoord bij de Idempotency-Key en de uitgerekende signalen in het antwoord. ${VERBINDINGEN * 2} blijvende verbindingen. De vergelijking schrijft dezelfde rijen met kale, voorbereide inserts in een transactie per levering.`,
      uitkomsten: [
        { wat: 'leveringen per seconde (mediaan)', waarde: getal(mediaan(eigen)) },
        { wat: 'kale inserts van dezelfde rijen, per seconde (mediaan)', waarde: getal(mediaan(kaal)) },
        { wat: 'verhouding', waarde: getal(verhouding) },
        ...kostenregels(kosten),
        { wat: 'antwoorden met uitgerekende signalen in de laatste ronde', waarde: `${getal(laatste.metSignalen)} van ${getal(laatste.aantal)}` },
        { wat: 'duur van een levering bij deze drukte (mediaan, 95 van de 100 onder)', waarde: `${getal(laatste.mediaanMs)} ms, ${getal(laatste.p95Ms)} ms` },
        { wat: 'wijzigingen die aan het eind nog op signalen wachten', waarde: getal(rows[0]?.open ?? 0) },
      ],
      doel: `ten minste ${DOEL_LEVERINGEN} per seconde`, gehaald: mediaan(eigen) >= DOEL_LEVERINGEN,
    }
  })
}

interface Kosten {
  readonly serverMs: number
  readonly databaseMs: number
}

/** Rekentijd per verzoek van de server en van de database, terwijl `werk` loopt; `werk` geeft het aantal verzoeken. */
async function metKosten({ database }: Proefregister, { pid }: Serverproces, werk: () => Promise<number>): Promise<Kosten> {
  const [server, db] = [procesMs(pid), await databaseMs(database.pool)]
  const aantal = await werk()
  return { serverMs: (procesMs(pid) - server) / aantal, databaseMs: ((await databaseMs(database.pool)) - db) / aantal }
}

function kostenregels(kosten: readonly Kosten[]): readonly Uitkomstregel[] {
  const [server, db] = [mediaan(kosten.map(({ serverMs }) => serverMs)), mediaan(kosten.map((deel) => deel.databaseMs))]
  return [
    { wat: 'rekentijd per verzoek: server, database (mediaan)', waarde: `${getal(server)} ms, ${getal(db)} ms` },
    { wat: 'per seconde dat een kern voor de server en een voor de database vrij is', waarde: getal(1000 / Math.max(server, db)) },
  ]
}

function eisStatus(statussen: Readonly<Record<string, number>>, verwacht: string): void {
  if (Object.keys(statussen).some((status) => status !== verwacht)) throw new Error(`andere antwoorden dan ${verwacht}: ${JSON.stringify(statussen)}`)
}
