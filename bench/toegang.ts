import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { exportJWK, importPKCS8, SignJWT } from 'jose'
import { datumInNederland, momentVan } from '../src/kern/datum.ts'
import { geefMandaat, registreerMachine, systeemactor } from '../src/toegang/index.ts'
import { getal, mediaan, type Benchkeuze, type Meting } from './meting.ts'
import { geefLast, startServer } from './processen.ts'
import { type Proefregister, metProefregister } from './proefregister.ts'

const VERBINDINGEN = 8
const DOEL_TEMPO = 500
const DOEL_VERHOUDING = 0.6
const OIN = '00000099000000010000'

/** Twee routes: een gewone leesvraag, en het zwaarste antwoord dat een systeem vraagt. Het doel geldt voor elke route. */
const ROUTES = [
  { wat: 'een deelnemer lezen', pad: (id: string) => `/v1/deelnemers/${id}` },
  { wat: 'het besluit over een deelnemer', pad: (id: string) => `/v1/deelnemers/${id}/besluiten` },
] as const

interface Tempo {
  readonly wat: string
  readonly met: number
  readonly zonder: number
  readonly verhouding: number
  readonly gedaan: number
}

/**
 * Lezen als systeem van een school: token met mandaat, rollen, row-level security, en een regel in het Logboek Dataverwerkingen en de
 * audit. Om en om met dezelfde route zonder dat alles.
 */
export async function meetToegang(keuze: Benchkeuze): Promise<Meting> {
  return metProefregister(async (register) => {
    const { rows } = await register.database.pool.query<{ id: string }>(`select deelnemer_id as id from deelnemer_school where brin = '21MB' order by deelnemer_id limit 40`)
    const [met, zonder] = [await startServer('rest', register), await startServer('open', register)]
    const token = await haalToken(register, met.poort)
    const regelsVoor = await telRegels(register)
    const tempos: Tempo[] = []
    for (const { wat, pad } of ROUTES) {
      const verzoeken = (sleutel: string) => rows.map(({ id }) => ({ methode: 'GET', pad: pad(id), koppen: { authorization: `Bearer ${sleutel}` } }))
      tempos.push(await meetRoute(keuze, wat, (welke, seconden) => geefLast({ ...(welke === 'met' ? { poort: met.poort, verzoeken: verzoeken(token) } : { poort: zonder.poort, verzoeken: verzoeken('proef-beheer') }), verbindingen: VERBINDINGEN, rond: { seconden } })))
    }
    const [geschreven, gedaan] = [(await telRegels(register)) - regelsVoor, tempos.reduce((som, tempo) => som + tempo.gedaan, 0)]
    await Promise.all([met.stop(), zonder.stop()])
    return {
      naam: 'Wat toegang en logboeken kosten',
      uitleg: `GET met het token van een systeem bij een mandaat: token en mandaat nagaan, rollen, row-level security, een regel in het Logboek Dataverwerkingen en een in de keten van de audit, bevestigd voor het antwoord. ${VERBINDINGEN} blijvende verbindingen; wie de last geeft, deelt de kernen. De vergelijking is dezelfde route zonder token van een school, zonder rechten per school en zonder logboekregels.`,
      uitkomsten: [
        ...tempos.flatMap(({ wat, met: eigen, zonder: kaal, verhouding }) => [
          { wat: `${wat}: verzoeken per seconde (mediaan)`, waarde: getal(eigen) },
          { wat: `${wat}: zonder toegang en logboeken`, waarde: getal(kaal) },
          { wat: `${wat}: verhouding`, waarde: getal(verhouding) },
        ]),
        { wat: 'regels in het Logboek Dataverwerkingen, van zo veel verzoeken', waarde: `${getal(geschreven)} van ${getal(gedaan)}` },
      ],
      doel: `op elke route ten minste ${DOEL_TEMPO} per seconde, en ten minste ${getal(DOEL_VERHOUDING)} keer zo snel als zonder`,
      gehaald: tempos.every(({ met: eigen, verhouding }) => eigen >= DOEL_TEMPO && verhouding >= DOEL_VERHOUDING) && geschreven === gedaan,
    }
  })
}

/** Om en om, zodat een druk moment van de machine beide raakt; de opwarming telt mee in de logregels en niet in het tempo. */
async function meetRoute(keuze: Benchkeuze, wat: string, meet: (welke: 'met' | 'zonder', seconden: number) => ReturnType<typeof geefLast>): Promise<Tempo> {
  const [eigen, kaal]: [number[], number[]] = [[], []]
  let gedaan = (await meet('met', 2)).aantal
  await meet('zonder', 2)
  for (let i = 0; i < (keuze.klein ? 3 : 5); i += 1) {
    const ronde = await meet('met', keuze.klein ? 2 : 4)
    const anders = await meet('zonder', keuze.klein ? 2 : 4)
    for (const { statussen } of [ronde, anders]) if (Object.keys(statussen).join() !== '200') throw new Error(`andere antwoorden dan 200: ${JSON.stringify(statussen)}`)
    gedaan += ronde.aantal
    eigen.push(ronde.perSeconde)
    kaal.push(anders.perSeconde)
    keuze.meld(`toegang, ${wat}: met ${getal(ronde.perSeconde)}/s, zonder ${getal(anders.perSeconde)}/s`)
  }
  return { wat, met: mediaan(eigen), zonder: mediaan(kaal), verhouding: mediaan(eigen.map((tempo, i) => tempo / (kaal[i] ?? Number.NaN))), gedaan }
}

/** Registreert een systeem, geeft het een mandaat en haalt een token, zoals een leverancier het doet. */
async function haalToken({ database, kluis }: Proefregister, poort: number): Promise<string> {
  const ctx = { actor: systeemactor('bench'), nu: momentVan(new Date()), kluis }
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'bench', use: 'sig' }] }
  const machine = await registreerMachine(database, ctx, { naam: 'Bench', oin: OIN, methode: 'private_key_jwt', jwks, vingerafdrukken: [] }, false)
  const { rows } = await database.pool.query<{ id: string }>(`select organisatie_id as id from organisatie_identificatie where soort = 'BESTUURSNUMMER' and waarde = '50001'`)
  const mandaat = await geefMandaat(database, ctx, { leverancierOin: OIN, organisatieId: rows[0]?.id ?? '', scopes: ['bron:lezen'], geldigVan: datumInNederland(new Date()), geldigTotEnMet: null })
  if (!machine.ok || !mandaat.ok) throw new Error('het systeem van de bench kreeg geen mandaat')
  const adressen = (await (await fetch(`http://127.0.0.1:${poort}/.well-known/oauth-authorization-server`)).json()) as { token_endpoint: string }
  const nu = Math.floor(Date.now() / 1000)
  const { clientId } = machine.waarde
  const sleutel = await importPKCS8(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'ES256')
  const bewijs = await new SignJWT({ iss: clientId, sub: clientId, aud: adressen.token_endpoint, jti: randomBytes(24).toString('base64url'), iat: nu, exp: nu + 60 }).setProtectedHeader({ alg: 'ES256', kid: 'bench' }).sign(sleutel)
  const antwoord = await fetch(`http://127.0.0.1:${poort}${new URL(adressen.token_endpoint).pathname}`, {
    method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: bewijs }),
  })
  const { access_token: token } = (await antwoord.json()) as { access_token?: string }
  if (token === undefined) throw new Error(`geen token: ${antwoord.status}`)
  return token
}

async function telRegels({ database }: Proefregister): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from verwerking_regel')
  return rows[0]?.n ?? 0
}
