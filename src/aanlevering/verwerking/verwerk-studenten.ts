import { randomBytes } from 'node:crypto'
import { magStudentBewaren, type PersoonUitBestand, slaGroepOp } from '../../bron/index.ts'
import { alsSysteem, metHerstelpunt } from '../../database/index.ts'
import { zietAlles } from '../../toegang/index.ts'
import type { Recordfout, Terugkoppeling } from '../levering.ts'
import { storingBijRecord } from './antwoord.ts'
import { noemStoring, weegStoring } from './storing.ts'
import type { Deelwerk } from './verwerk-records.ts'

/** Een student uit een bestand van DUO zoals hij in een deel bewaard wordt. */
export interface Gelezen {
  /** Null: er is iets afgekeurd, dan wordt niets van deze student vastgelegd. */
  readonly persoon: PersoonUitBestand | null
  readonly regelnummer: number
  readonly fouten: readonly Recordfout[]
}

export interface Studentendeel {
  readonly brin: string
  readonly bestand: string
  readonly studenten: readonly Gelezen[]
}

/** Verwerkt een deel van een RO of GRONDSLAG: per record een antwoord, per afgekeurde student een antwoord met alle fouten. */
export async function verwerkStudenten(werk: Deelwerk, deel: Studentendeel): Promise<readonly Terugkoppeling[]> {
  const uit: Terugkoppeling[] = []
  const toegelaten: PersoonUitBestand[] = []
  for (const { persoon, regelnummer, fouten } of deel.studenten) {
    if (persoon === null) uit.push({ regelnummer, soort: 'student', uitkomst: 'afgekeurd', deelnemerId: null, fouten })
    else if (!magStudentBewaren(werk.ctx.actor, persoon, deel.brin)) uit.push({ regelnummer, soort: 'student', uitkomst: 'geen-recht', deelnemerId: null, fouten: [NIET_UW_SCHOOL] })
    else toegelaten.push(persoon)
  }
  uit.push(...(await slaOp(werk, deel, toegelaten)))
  return uit.sort((a, b) => a.regelnummer - b.regelnummer)
}

const NIET_UW_SCHOOL: Recordfout = {
  veld: 'brin', regel: 'In dit bestand staan gegevens van een school waarvoor u niet mag schrijven.', watTeDoen: 'Lever het bestand van uw eigen school, of vraag om een sleutel met de juiste rol.',
}

async function slaOp(werk: Deelwerk, deel: Studentendeel, studenten: readonly PersoonUitBestand[]): Promise<readonly Terugkoppeling[]> {
  if (studenten.length === 0) return []
  for (let poging = 1; ; poging++) {
    try {
      return await metHerstelpunt(werk.trx, () => alsSysteem(werk.trx, () => legGroepVast(werk, deel, studenten)))
    } catch (fout) {
      const storing = weegStoring(fout)
      if (storing === 'botsing' && poging < 5) continue
      if (storing !== 'inhoud') throw fout
      return splits(werk, deel, studenten, fout)
    }
  }
}

async function splits(werk: Deelwerk, deel: Studentendeel, studenten: readonly PersoonUitBestand[], fout: unknown): Promise<readonly Terugkoppeling[]> {
  const [enige] = studenten
  if (studenten.length === 1 && enige !== undefined) {
    const kenmerk = randomBytes(4).toString('hex').toUpperCase()
    werk.meld(`Aanlevering ${werk.aanleveringId}, regel ${enige.regelnummer} (student): storing ${kenmerk}: ${noemStoring(fout)}`)
    return [storingBijRecord(enige.regelnummer, 'student', kenmerk)]
  }
  const midden = Math.ceil(studenten.length / 2)
  return [...(await slaOp(werk, deel, studenten.slice(0, midden))), ...(await slaOp(werk, deel, studenten.slice(midden)))]
}

async function legGroepVast({ verbinding, ctx }: Deelwerk, { brin, bestand }: Studentendeel, studenten: readonly PersoonUitBestand[]): Promise<readonly Terugkoppeling[]> {
  const verslag = await slaGroepOp({ verbinding, kluis: ctx.kluis, nu: ctx.nu, actor: ctx.actor.id, isDuo: zietAlles(ctx.actor), brin, bestand, signalenVolgen: true }, studenten)
  return verslag.records.map(({ soort, regelnummer, uitkomst, deelnemerId }) => ({
    regelnummer, soort, uitkomst, deelnemerId, fouten: uitkomst === 'ouder' ? [OUDER] : [],
  }))
}

const OUDER: Recordfout = { veld: '', regel: 'Het register heeft al een stand die later is vastgelegd.', watTeDoen: 'Haal een nieuw bestand op, of laat het zo als de stand in het register klopt.' }
