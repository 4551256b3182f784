import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Antwoord, maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../../test/rest-proef.ts'

let proef: Restproef
let nummer = 0
beforeAll(async () => {
  proef = await maakRestproef()
  for (const naam of ['Mila Hoekstra', 'Zoë Ådel', 'Bram de Boer']) await maak(naam)
  await proef.bel({ als: 'vo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1, 'Mila Hoekstra'), inschrijving: voInschrijving('VO') } })
})
afterAll(() => proef.weg())

async function maak(naam?: string): Promise<string> {
  nummer += 1
  const antwoord = await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(nummer, naam), inschrijving: mboInschrijving() } })
  return String(antwoord.json['deelnemerId'])
}

interface Regel { readonly deelnemerId: string; readonly naam: string; readonly leerroute: string | null; readonly signalen: readonly { code: string }[] }
const regels = ({ json }: Antwoord) => json['regels'] as unknown as readonly Regel[]
const namen = (antwoord: Antwoord) => regels(antwoord).map(({ naam }) => naam)

/** Alle bladzijden achter elkaar, met de verwijzing uit `Link`. */
async function loop(begin: string, tussendoor: () => Promise<unknown> = () => Promise.resolve()): Promise<string[]> {
  const gezien: string[] = []
  for (let adres: string | undefined = begin; adres !== undefined;) {
    const bladzijde: Antwoord = await proef.bel({ url: adres })
    expect(bladzijde.status).toBe(200)
    gezien.push(...regels(bladzijde).map(({ deelnemerId }) => deelnemerId))
    adres = /<https:\/\/leerroute\.example\/v1([^>]+)>; rel="next"/.exec(bladzijde.koppen['link'] ?? '')?.[1]
    await tussendoor()
  }
  return gezien
}

describe('GET /deelnemers', () => {
  test('eigen school, filters op school, route en signaal; een school van een ander geeft niets', async () => {
    // De volgorde is die van een willekeurige sleutel: zij zegt niets over wie er eerder was.
    expect(namen(await proef.bel({ url: '/deelnemers' })).toSorted()).toEqual(['Bram de Boer', 'Mila Hoekstra', 'Zoë Ådel'])
    expect(namen(await proef.bel({ als: 'vo', url: '/deelnemers' }))).toEqual(['Mila Hoekstra'])
    expect(namen(await proef.bel({ als: 'ander', url: '/deelnemers' }))).toEqual([])
    expect([namen(await proef.bel({ url: '/deelnemers?school=11VA' })), namen(await proef.bel({ als: 'duo', url: '/deelnemers?school=11VA' }))]).toEqual([[], ['Mila Hoekstra']])
    expect(namen(await proef.bel({ url: '/deelnemers?signaalcode=SIG-FASE-VERSCHIL' }))).toEqual(['Mila Hoekstra'])
    expect([namen(await proef.bel({ url: '/deelnemers?leerroute=DLR' })).length, namen(await proef.bel({ url: '/deelnemers?leerroute=GLR' }))]).toEqual([3, []])
    expect((await proef.bel({ url: '/deelnemers?signaalcode=SIG-ONZIN' })).status).toBe(400)
  })

  test('S-15: terug bladeren geeft dezelfde bladzijde; een verzonnen cursor wordt geweigerd', async () => {
    const eerste = await proef.bel({ url: '/deelnemers?pageSize=2' })
    const tweede = await proef.bel({ url: `/deelnemers?pageSize=2&cursor=${eerste.json['volgende']}` })
    expect([[...namen(eerste), ...namen(tweede)].toSorted(), namen(tweede).length, tweede.json['volgende']]).toEqual([['Bram de Boer', 'Mila Hoekstra', 'Zoë Ådel'], 1, null])
    const terug = await proef.bel({ url: `/deelnemers?pageSize=2&cursor=${tweede.json['vorige']}` })
    expect([namen(terug), terug.json['vorige']]).toEqual([namen(eerste), null])
    expect(tweede.koppen['link']).toContain('rel="prev"')
    const vanAnder = (await proef.bel({ als: 'niemand', url: '/organisaties?pageSize=1' })).json['volgende']
    for (const cursor of ['abc', Buffer.from('[]').toString('base64url'), `${eerste.json['volgende']}x`, String(vanAnder)]) {
      expect([cursor, (await proef.bel({ url: `/deelnemers?cursor=${cursor}` })).status]).toEqual([cursor, 400])
    }
    expect((await proef.bel({ url: '/deelnemers?pageSize=251' })).status).toBe(400)
  })

  test('S-15: wie er bij het begin al was komt precies een keer langs, wat er ook bijkomt of van naam verandert', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom('erbij', 'hernoem'), { maxLength: 4 }), async (pageSize, stappen) => {
      const vooraf = regels(await proef.bel({ url: '/deelnemers?pageSize=250' })).map(({ deelnemerId }) => deelnemerId)
      const todo = [...stappen]
      const gezien = await loop(`/deelnemers?pageSize=${pageSize}`, async () => {
        const stap = todo.pop()
        if (stap === 'erbij') await maak()
        if (stap === 'hernoem') await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(2, `A${todo.length} ${nummer}`), inschrijving: mboInschrijving() } })
      })
      expect(new Set(gezien).size).toBe(gezien.length)
      expect(gezien.filter((id) => vooraf.includes(id))).toEqual(vooraf)
    }), { numRuns: 12 })
  })
})

describe('POST /deelnemers/_zoek', () => {
  const zoek = (lichaam: object, als: 'mbo' | 'ander' | 'duo' = 'mbo') => proef.bel({ als, methode: 'POST', url: '/deelnemers/_zoek', lichaam })

  test('S-90: op nummer en op naam zonder accenten; het nummer staat in geen antwoord', async () => {
    const opNummer = await zoek({ persoonsnummer: persoon(1).persoonsnummer })
    expect([namen(opNummer), opNummer.tekst.includes(persoon(1).persoonsnummer)]).toEqual([['Mila Hoekstra'], false])
    expect(namen(await zoek({ naam: 'DE BOER' }))).toEqual(['Bram de Boer'])
    const blad = await zoek({ naam: 'leerling', pageSize: 1 })
    expect([regels(blad).length, blad.koppen['link']]).toEqual([1, undefined])
    expect(regels(await zoek({ naam: 'leerling', pageSize: 1, cursor: blad.json['volgende'] }))[0]?.deelnemerId).not.toBe(regels(blad)[0]?.deelnemerId)
  })

  test('P-05, Z-02: een nummer van een andere school en een onbekend nummer geven dezelfde lege lijst', async () => {
    const [vreemd, onbekend] = [await zoek({ persoonsnummer: persoon(1).persoonsnummer }, 'ander'), await zoek({ persoonsnummer: persoon(9000).persoonsnummer }, 'ander')]
    expect([vreemd.status, vreemd.tekst]).toEqual([200, onbekend.tekst])
    expect(namen(await zoek({ naam: 'mila' }, 'ander'))).toEqual([])
    expect(namen(await zoek({ naam: 'mila' }, 'duo'))).toEqual(['Mila Hoekstra'])
  })

  test('geen vraag, twee vragen of een letter is te weinig of te veel', async () => {
    for (const lichaam of [{}, { naam: 'mila', persoonsnummer: persoon(1).persoonsnummer }, { naam: 'm' }, { naam: '  ' }]) expect([lichaam, (await zoek(lichaam)).status]).toEqual([lichaam, 400])
    expect(namen(await zoek({ naam: '%%' })), 'geen jokertekens').toEqual([])
  })
})

test('GET /deelnemers/{id}: wie het is, zonder nummer; van een ander en onbekend zijn gelijk', async () => {
  const id = regels(await proef.bel({ als: 'vo', url: '/deelnemers' }))[0]?.deelnemerId ?? ''
  const { json, tekst } = await proef.bel({ url: `/deelnemers/${id}` })
  expect(json).toEqual({ deelnemerId: id, naam: 'Mila Hoekstra', geboortedatum: '2009-04-12', geslacht: null, woontInNederland: true, voActiviteitenAfgerondOp: null, scholen: ['21MB'] })
  expect(tekst).not.toContain(persoon(1).persoonsnummer)
  expect([(await proef.bel({ als: 'ander', url: `/deelnemers/${id}` })).status, (await proef.bel({ url: '/deelnemers/geen-sleutel' })).status]).toEqual([404, 400])
})
