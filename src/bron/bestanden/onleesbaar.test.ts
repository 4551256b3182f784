import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { leesProef, ro, student } from './fixtures/proef.ts'

const GOED = ro(student())
const XML = '<?xml version="1.0" encoding="utf-8"?>\n'

async function code(inhoud: string | Uint8Array, naam?: string): Promise<string> {
  const uit = await leesProef(inhoud, naam)
  return 'code' in uit ? uit.code : 'leesbaar'
}

describe('een bestand dat niet te lezen is', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['leeg', '', 'leeg'], ['alleen witruimte', ' \r\n\r\n', 'leeg'], ['gzip', gzipSync(GOED), 'ingepakt'],
    ['zip of xlsx', Buffer.from('PK\x03\x04rest', 'latin1'), 'ingepakt'], ['UTF-16 met merkteken', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOED, 'utf16le')]), 'utf-16'],
    ['UTF-16 zonder merkteken', Buffer.from(GOED, 'utf16le'), 'utf-16'], ['binair', Buffer.from([1, 2, 0, 4, 5, 6, 7, 8, 9, 10]), 'binair'],
    ['Windows-1252', Buffer.from(GOED.replace('Behaald', 'Behaaldé'), 'latin1'), 'geen-utf-8'], ['geen recordsoorten', 'naam;leeftijd\r\nAnna;12\r\n', 'onbekende-soort'],
    ['andere XML', `${XML}<Rekening/>`, 'onbekende-soort'], ['XML met DOCTYPE', `${XML}<!DOCTYPE x [<!ENTITY a "aa">]><Bekostigingsgrondslagen>&a;</Bekostigingsgrondslagen>`, 'doctype'],
    ['een eindeloze regel', 'A'.repeat(100_000), 'regel-te-lang'], ['een eindeloze regel verderop', `${GOED}ISG|${'9'.repeat(100_000)}`, 'regel-te-lang'],
    ['kapotte XML', `${XML}<Bekostigingsgrondslagen><Inschrijving></Bekostigingsgrondslagen>`, 'xml-fout'], ['afgebroken XML', `${XML}<Bekostigingsgrondslagen><Inschrijving><BRIN>99ZZ`, 'xml-fout'],
    ['onbekende entiteit', `${XML}<Bekostigingsgrondslagen>&x;</Bekostigingsgrondslagen>`, 'xml-fout'],
    ['te diepe XML', `${XML}<Bekostigingsgrondslagen>${'<a>'.repeat(50)}`, 'te-diep'], ['eindeloze waarde', `${XML}<Bekostigingsgrondslagen><Inschrijving><BRIN>${'9'.repeat(600_000)}`, 'element-te-lang'],
    ['XML met andere codering', `<?xml version="1.0" encoding="windows-1252"?><Bekostigingsgrondslagen/>`, 'geen-utf-8'],
  ])('%s', async (_, inhoud, verwacht) => {
    expect(await code(inhoud)).toBe(verwacht)
  })

  it('weigert een DOCTYPE die pas na 64 kB komt', async () => {
    expect(await code(`${XML}<!--${' '.repeat(70_000)}--><Bekostigingsgrondslagen><!DOCTYPE x></Bekostigingsgrondslagen>`)).toMatch(/doctype|xml-fout|onbekende-soort/)
  })

  it('weigert een verschillijst bij het OBO met een eigen uitleg', async () => {
    expect(await code('BSN;oud;nieuw\r\n', 'OBOV_ISP_99ZZ_20260101.CSV')).toBe('verschillijst')
  })

  it('zegt wat te doen en herhaalt nooit de inhoud', async () => {
    const uit = await leesProef(Buffer.from(GOED.replace('Behaald', 'Behaaldé'), 'latin1'))
    expect(uit).toMatchObject({ code: 'geen-utf-8', regelnummer: 11, remedie: expect.stringContaining('UTF-8') })
    expect(JSON.stringify(uit)).not.toMatch(/\d{9}/)
  })

  it('weigert een map en een bestand dat er niet is', async () => {
    const { leesBestand } = await import('./lees-bestand.ts')
    expect(await leesBestand('/', { meld: () => undefined })).toMatchObject({ ok: false, reden: { code: 'geen-bestand' } })
    expect(await leesBestand('/bestaat/niet', { meld: () => undefined })).toMatchObject({ ok: false, reden: { code: 'niet-gevonden' } })
  })
})
