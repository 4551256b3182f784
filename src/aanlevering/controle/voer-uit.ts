import { setImmediate as laatAnderenVoor } from 'node:timers/promises'
import { vergelijkMetRegister } from '../../beslissing/index.ts'
import { type Bytesbron, toetsBestand, type Toetsverslag, type Verschil } from '../../bron/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { alsActor } from '../../toegang/index.ts'
import { moment, VERWERKER, type Verwerkomgeving } from '../actions/omgeving.ts'
import { MEESTE_TOETSBYTES, proefRegels } from '../actions/toets-levering.ts'
import { GEEN_TELLINGEN, type Tellingen, telUitkomsten, UITKOMSTEN } from '../levering.ts'
import { Regeldeler } from '../ontvangst/regeldeler.ts'
import { deelDuoBestand } from '../verwerking/lees-duo-bestand.ts'
import { draaiProef, legToetsVast, type Proefregel } from '../verwerking/proef.ts'
import { noemStoring } from '../verwerking/storing.ts'
import { leesRegels } from '../verwerking/verwerk-regels.ts'
import { verwerkStudenten } from '../verwerking/verwerk-studenten.ts'
import { uitBestand, uitProef, uitVergelijking } from './bevindingen.ts'
import { type Controleverslag, LEEG_VERSLAG } from './controle.ts'
import { claimControle, zetAfgerond } from './store.ts'
import { Gestopt, Loop } from './loop.ts'

const STIL_MS = 60_000
const MEESTE_POGINGEN = 3

/**
 * Controleert het bestand dat het langst wacht, of een bepaald bestand als dat nog wacht. Antwoordt of er werk was. Meer processen mogen dit
 * tegelijk doen; een controle waarvan de werker zwijgt, begint opnieuw bij een ander.
 */
export async function voerControleUit(omgeving: Verwerkomgeving, controleId: string | null = null): Promise<boolean> {
  const nu = moment(omgeving)
  const werk = await alsActor(omgeving.database, VERWERKER, (trx) => claimControle(trx, nu, momentVan(Date.parse(nu) - STIL_MS), controleId))
  if (werk === undefined) return false
  const loop = new Loop(omgeving, werk)
  try {
    if (werk.pogingen > MEESTE_POGINGEN) throw new Error('de controle brak steeds af')
    const verslag = werk.doel === 'vergelijken' ? await vergelijk(loop, nu) : werk.soort === 'NDJSON' ? await controleerRecords(loop, nu) : await controleerDuo(loop, nu)
    await loop.rondAf(verslag)
  } catch (fout) {
    if (fout instanceof Gestopt) return true
    omgeving.meld?.(`Controle ${werk.controleId} is mislukt: ${noemStoring(fout)}`)
    await alsActor(omgeving.database, VERWERKER, (trx) => zetAfgerond(trx, omgeving.kluis, werk.controleId, 'mislukt', LEEG_VERSLAG, moment(omgeving)))
  }
  return true
}

type Uitkomstverslag = Partial<Controleverslag>

async function controleerDuo(loop: Loop, nu: Moment): Promise<Uitkomstverslag> {
  const { werk } = loop
  const naam = werk.bestandsnaam ?? 'bestand'
  const bekend = new Set<string>()
  const getoetst = await toetsBestand(loop.bron, {
    naam, opVoortgang: (deel) => loop.zet('vorm', deel),
    opBevinding: (b) => {
      if (b.signaal !== undefined && b.persoonRegel !== null) bekend.add(`${b.persoonRegel} ${b.signaal}`)
      loop.vind(uitBestand(b))
    },
  })
  if (!getoetst.ok) return { onleesbaar: { uitleg: getoetst.reden.uitleg, watTeDoen: getoetst.reden.remedie } }
  const { lees } = getoetst.waarde
  const vast = { regels: lees.regels, studenten: lees.studenten, brin: lees.kop?.brin ?? null, bestandAfgekeurd: lees.bestandAfgekeurd }
  loop.deelVerslag(vast)
  const tellingen = lees.bestandAfgekeurd || lees.soort === 'OBO' || lees.soort === 'TBGI' ? null : await proefDuo(loop, nu, naam, getoetst.waarde, bekend)
  await alsActor(loop.omgeving.database, werk.actor, (trx) => legToetsVast(trx, loop.ctx(nu), lees.studenten))
  return { ...vast, tellingen }
}

/** Een student staat met al zijn records in een deel; elk deel is een eigen proef, zodat niemand lang op een slot wacht. */
async function proefDuo(loop: Loop, nu: Moment, naam: string, { lees }: Toetsverslag, bekend: ReadonlySet<string>): Promise<Tellingen> {
  let tellingen = GEEN_TELLINGEN
  let studenten = 0
  await deelDuoBestand(loop.bron, naam, async ({ deel }) => {
    const beginVan = new Map(deel.studenten.flatMap(({ persoon, regelnummer }) => (persoon?.inschrijvingen ?? []).map((i) => [i.regelnummer, regelnummer] as const)))
    const regels = await draaiProef(loop.omgeving, loop.ctx(nu), JSON.stringify(deel), (werk) => verwerkStudenten(werk, deel), { audit: false })
    for (const regel of regels) meldProef(loop, regel, (code) => bekend.has(`${beginVan.get(regel.regelnummer) ?? 0} ${code}`))
    tellingen = samen(tellingen, telUitkomsten(regels))
    studenten += deel.studenten.length
    loop.zet('register', studenten / Math.max(1, lees.studenten))
    await loop.bewaarStand()
  })
  return tellingen
}

/** Wat het lezen al afkeurde staat er al, met het veld erbij. */
function meldProef(loop: Loop, regel: Proefregel, overslaan: (code: string) => boolean): void {
  if (regel.uitkomst === 'afgekeurd' && regel.soort === 'student') return
  for (const vondst of uitProef(regel, overslaan)) loop.vind(vondst)
}

async function controleerRecords(loop: Loop, nu: Moment): Promise<Uitkomstverslag> {
  const { werk } = loop
  // Records bouwen op elkaar voort, dus de proef is een geheel. Een groot bestand krijgt alleen de controle op vorm.
  if (werk.bytes > MEESTE_TOETSBYTES) return controleerVorm(loop, nu)
  const stukken: Buffer[] = []
  for await (const stuk of loop.bron.lees()) stukken.push(stuk)
  const inhoud = Buffer.concat(stukken)
  loop.zet('register', 0.1)
  const regels = await draaiProef(loop.omgeving, loop.ctx(nu), inhoud.toString('latin1'), (deel) => proefRegels(deel, inhoud))
  for (const regel of regels) for (const vondst of uitProef(regel)) loop.vind(vondst)
  return { regels: regels.length, tellingen: telUitkomsten(regels) }
}

async function controleerVorm(loop: Loop, nu: Moment): Promise<Uitkomstverslag> {
  const deler = new Regeldeler()
  let [regels, bytes] = [0, 0]
  const keur = async (delen: ReturnType<Regeldeler['neem']>): Promise<void> => {
    for (const { inhoud, vanafRegel, records } of delen) {
      regels += records
      for (const afgekeurd of leesRegels(inhoud, vanafRegel).onleesbaar) for (const vondst of uitProef({ ...afgekeurd, signalen: [] })) loop.vind(vondst)
      await laatAnderenVoor()
    }
  }
  for await (const stuk of loop.bron.lees()) {
    bytes += stuk.length
    await keur(deler.neem(stuk))
    loop.zet('vorm', bytes / loop.werk.bytes)
    loop.deelVerslag({ regels })
  }
  await keur(deler.sluit())
  await alsActor(loop.omgeving.database, loop.werk.actor, (trx) => legToetsVast(trx, loop.ctx(nu), regels))
  return { regels }
}

async function vergelijk(loop: Loop, nu: Moment): Promise<Uitkomstverslag> {
  const { omgeving, werk } = loop
  const bron: Bytesbron = loop.bron
  const uit = await vergelijkMetRegister(omgeving.database, loop.ctx(nu), { bron, ...(werk.bestandsnaam === null ? {} : { naam: werk.bestandsnaam }) }, {
    ontvang: async (verschil: Verschil) => {
      loop.vind(uitVergelijking(verschil))
      await loop.bewaarStand()
    },
    opVoortgang: (deel) => loop.zet('register', deel),
  }, omgeving.normen)
  if (!uit.ok) return { onleesbaar: uit.reden.soort === 'onleesbaar' ? { uitleg: uit.reden.onleesbaar.uitleg, watTeDoen: uit.reden.onleesbaar.remedie } : NIET_UW_SCHOOL }
  const { a, b, studenten, nietVergeleken } = uit.waarde
  return {
    studenten: a.studenten, brin: a.brin,
    vergelijking: { gelijk: studenten.gelijk, anders: studenten.anders, alleenBestand: studenten.alleenA, alleenRegister: studenten.alleenB, studentenRegister: b.studenten, nietVergeleken },
  }
}

const NIET_UW_SCHOOL = { uitleg: 'Dit bestand is van een school waarvan u geen bestanden mag ophalen.', watTeDoen: 'Kies het bestand van uw eigen school.' }

function samen(a: Tellingen, b: Tellingen): Tellingen {
  return Object.fromEntries(UITKOMSTEN.map((uitkomst) => [uitkomst, a[uitkomst] + b[uitkomst]])) as unknown as Tellingen
}
