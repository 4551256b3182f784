/** Een tikfout in de BRIN mag bij een server niet als goed nieuws lezen: "geen". */
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voerOpdrachtUit } from './main.ts'

let server: Server
let adres = ''
let paden: string[] = []
beforeAll(async () => {
  server = createServer((verzoek, uit) => {
    paden.push(verzoek.url ?? '')
    const onbekend = verzoek.url === '/v1/organisaties/99XX'
    uit.writeHead(onbekend ? 404 : 200, { 'content-type': onbekend ? 'application/problem+json' : 'application/json' })
    uit.end(JSON.stringify(onbekend ? { type: `${adres}/v1/problemen/niet-gevonden`, status: 404, title: 'Niet gevonden', detail: 'Dit bestaat niet.' } : { regels: [], volgende: null }))
  })
  await new Promise<void>((open) => { server.listen(0, '127.0.0.1', open) })
  adres = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function signalen(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let [uit, fout] = ['', '']
  paden = []
  const code = await voerOpdrachtUit(['signalen', '--server', adres, ...argumenten], { schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false, server: { sleutel: 'proef' }, metRegister: () => { throw new Error('bij een server is dit register niet nodig') } })
  return { code, uit, fout }
}

describe('leerroute signalen --server', () => {
  it('zegt dat een school onbekend is, en wat u doet; zonder de signalen te vragen', async () => {
    expect(await signalen('--brin', '99XX')).toEqual({ code: 2, uit: '', fout: expect.stringContaining('De school 99XX staat niet in het register. Controleer de BRIN.') })
    expect(paden).toEqual(['/v1/organisaties/99XX'])
  })
  it('Z-02: geen signalen van een bekende school zegt erbij dat u alleen uw eigen scholen ziet', async () => {
    expect(await signalen('--brin', '11VA')).toMatchObject({ code: 0, uit: 'Signalen van 11VA: geen\n', fout: expect.stringContaining('u ziet alleen signalen van scholen waarvoor u mag lezen') })
    expect(await signalen('--brin', '11VA', '--json')).toMatchObject({ code: 0, uit: '{"signalen":[]}\n' })
  })
})
