/** De eigen leveringen: lijst, bewijs van levering en het antwoord per record. */
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { leesTerugkoppelingen, type Recorduitkomst, type Terugkoppelverzoek, toonAanlevering, toonAanleveringen, UITKOMSTEN } from '../../aanlevering/index.ts'
import { csvBestand, csvRegel } from '../beheer/csv.ts'
import type { Kaderinstelling } from '../kader/instelling.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { type Antwoordblad, tekenLevering, tekenLeveringen } from './page.tsx'
import { teksten } from './teksten.ts'

const PAD = '/leveringen'
const NIET_GEVONDEN: Portaalantwoord = { soort: 'fout', fout: 'niet-gevonden' }
const PER_BLAD = 50
const PER_KEER = 1_000

export function leveringroutes(instelling: Pick<Kaderinstelling, 'stijl'>): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: PAD, toegang: 'inschrijving:schrijven', verwerk: toonLijst },
    { methode: 'GET', pad: `${PAD}/:aanleveringId`, toegang: 'inschrijving:schrijven', verwerk: (bezoek, request) => toonEen(bezoek, instelling, request) },
    { methode: 'GET', pad: `${PAD}/:aanleveringId/terugkoppelingen`, toegang: 'inschrijving:schrijven', verwerk: download },
  ]
}

async function toonLijst(bezoek: Bezoek, { query }: FastifyRequest): Promise<Portaalantwoord> {
  const na = veldVan(query, 'na')
  const lijst = await toonAanleveringen(bezoek.deur.database, bezoek.ctx(), { aantal: PER_BLAD, na: typeof na === 'string' ? na : null })
  return { soort: 'bladzijde', html: tekenLeveringen({ omgeving: bezoek.omgeving, lijst, eerste: na === undefined }) }
}

async function toonEen(bezoek: Bezoek, { stijl }: Pick<Kaderinstelling, 'stijl'>, { params, query }: FastifyRequest): Promise<Portaalantwoord> {
  const aanleveringId = String(veldVan(params, 'aanleveringId'))
  const { deur, omgeving } = bezoek
  const gevonden = await toonAanlevering(deur.database, bezoek.ctx(), aanleveringId)
  if (!gevonden.ok) return NIET_GEVONDEN
  const levering = gevonden.waarde
  const isKlaar = levering.staat === 'klaar' || levering.staat === 'mislukt'
  const uitkomst = uitkomstUit(query)
  const na = Number(veldVan(query, 'na') ?? 0)
  const blad = isKlaar ? await leesTerugkoppelingen(deur.database, bezoek.ctx(), { aanleveringId, aantal: PER_BLAD, na: Number.isSafeInteger(na) && na > 0 ? na : 0, ...(uitkomst === null ? {} : { uitkomst }) }) : null
  const antwoorden: Antwoordblad | null = blad?.ok === true ? { ...blad.waarde, uitkomst, eerste: na === 0 } : null
  return { soort: 'bladzijde', html: tekenLevering({ omgeving, levering, antwoorden, ververs: stijl.ververs }), ...(isKlaar ? {} : { haaltBij: true }) }
}

function uitkomstUit(query: unknown): Recorduitkomst | null {
  const gevraagd = veldVan(query, 'uitkomst')
  return UITKOMSTEN.find((uitkomst) => uitkomst === gevraagd) ?? null
}

async function download(bezoek: Bezoek, { params, query }: FastifyRequest): Promise<Portaalantwoord> {
  const aanleveringId = String(veldVan(params, 'aanleveringId'))
  const gevonden = await toonAanlevering(bezoek.deur.database, bezoek.ctx(), aanleveringId)
  if (!gevonden.ok) return NIET_GEVONDEN
  const vorm = veldVan(query, 'vorm') === 'ndjson' ? 'ndjson' : 'csv'
  return {
    soort: 'bestand', naam: `terugkoppelingen-${aanleveringId.slice(-8)}.${vorm}`, mediatype: vorm === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
    inhoud: Readable.from(antwoorden(bezoek, { aanleveringId, aantal: PER_KEER }, vorm), { objectMode: false }),
  }
}

/** Bladzijde na bladzijde: het geheugen groeit niet mee. */
async function* antwoorden(bezoek: Bezoek, vraag: Terugkoppelverzoek, vorm: 'csv' | 'ndjson'): AsyncGenerator<string> {
  yield vorm === 'csv' ? csvBestand(teksten[bezoek.omgeving.taal].csvKop, []) : ''
  for (let na: number | null = 0; na !== null;) {
    const blad = await leesTerugkoppelingen(bezoek.deur.database, bezoek.ctx(), { ...vraag, na })
    if (!blad.ok) return
    yield blad.waarde.regels.map((regel) => (vorm === 'ndjson' ? `${JSON.stringify(regel)}\n` : csvRegels(regel))).join('')
    na = blad.waarde.volgende === null ? null : Number(blad.waarde.volgende)
  }
}

type Regel = Antwoordblad['regels'][number]

/** Een rij per fout; zonder fout een rij. */
function csvRegels({ regelnummer, soort, uitkomst, fouten, signalen }: Regel): string {
  const begin = [String(regelnummer), soort ?? '', uitkomst]
  const codes = (signalen ?? []).map(({ code }) => code).join(' ')
  if (fouten.length === 0) return csvRegel([...begin, '', '', '', '', codes])
  return fouten.map(({ veld, regel, watTeDoen, regelId }) => csvRegel([...begin, veld, regel, watTeDoen, regelId ?? '', codes])).join('')
}
