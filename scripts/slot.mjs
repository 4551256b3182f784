// Een slot is een bestand met de gegevens van zijn houder. Het verschijnt in een keer, met inhoud en al
// (link), en telt niet meer zodra de houder dood is. Zo blijft na kill -9 nooit iets op slot.
// Gewoon JavaScript: de starter gebruikt dit voordat er iets geinstalleerd is.
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'

let teller = 0

/** Starttijd van een proces in kloktikken (Linux), '' als dat niet te zien is, undefined als het proces dood is. */
export function startVanProces(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const stat = leesProcStat(pid)
  if (stat !== undefined) return stat.toestand === 'Z' || stat.toestand === 'X' ? undefined : stat.start
  try {
    process.kill(pid, 0)
    return ''
  } catch (fout) {
    return fout.code === 'EPERM' ? '' : undefined
  }
}

/** Leeft precies dit proces nog? Een hergebruikt procesnummer heeft een andere starttijd. */
export function leeft(houder) {
  const start = startVanProces(houder.pid)
  if (start === undefined) return false
  return start === '' || !houder.start || houder.start === start
}

export function ditProces() {
  return { pid: process.pid, start: startVanProces(process.pid) ?? '' }
}

/** Neemt het slot of noemt de levende houder. `gegevens` komen in het bestand, voor wie het slot tegenkomt. */
export function neemSlot(pad, gegevens = {}) {
  mkdirSync(dirname(pad), { recursive: true })
  const inhoud = { ...gegevens, ...ditProces() }
  for (let poging = 0; poging < 20; poging++) {
    if (maakBestand(pad, inhoud)) return { vrij: () => geefVrij(pad, inhoud) }
    const houder = leesSlot(pad)
    if (houder === undefined) {
      // Het verschijnt met inhoud en al, dus een onleesbaar slot is beschadigd (stroomstoring) en van niemand meer.
      if (existsSync(pad)) ruimDoodSlotOp(pad, {})
      continue
    }
    if (leeft(houder)) return { houder }
    ruimDoodSlotOp(pad, houder)
  }
  return { houder: leesSlot(pad) ?? { pid: 0 } }
}

/** Wacht tot het slot vrij is. `meld` wordt een keer geroepen, met de houder, zodra er gewacht moet worden. */
export async function wachtOpSlot(pad, { gegevens = {}, wachtMs = 120_000, meld = () => {} } = {}) {
  const einde = Date.now() + wachtMs
  for (let gemeld = false; ; gemeld = true) {
    const uitkomst = neemSlot(pad, gegevens)
    if (uitkomst.vrij) return uitkomst.vrij
    if (!gemeld) meld(uitkomst.houder)
    if (Date.now() > einde) {
      throw new Error(`${pad} is al ${Math.round(wachtMs / 1000)} s bezet door proces ${uitkomst.houder.pid}. Stop dat proces en probeer opnieuw.`)
    }
    await wacht(100)
  }
}

/** De inhoud van een slot, of undefined als het er niet (meer) is of niet leesbaar is. */
export function leesSlot(pad) {
  try {
    return JSON.parse(readFileSync(pad, 'utf8'))
  } catch {
    return undefined
  }
}

function leesProcStat(pid) {
  try {
    const tekst = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // De naam staat tussen haakjes en mag spaties bevatten: lees vanaf het laatste haakje.
    const velden = tekst.slice(tekst.lastIndexOf(')') + 2).split(' ')
    return { toestand: velden[0], ouder: Number(velden[1]), start: velden[19] ?? '' }
  } catch {
    return undefined
  }
}

/** Het ouderproces van een proces (Linux), anders undefined. */
export function ouderVanProces(pid) {
  return leesProcStat(pid)?.ouder
}

function maakBestand(pad, inhoud) {
  const tijdelijk = `${pad}.${process.pid}.${teller++}`
  writeFileSync(tijdelijk, JSON.stringify(inhoud), { mode: 0o644 })
  try {
    linkSync(tijdelijk, pad)
    return true
  } catch (fout) {
    if (fout.code === 'EEXIST') return false
    throw fout
  } finally {
    rmSync(tijdelijk, { force: true })
  }
}

// Twee opruimers tegelijk: wie hernoemt kijkt na of hij echt het dode slot had, en zet een levend slot terug.
function ruimDoodSlotOp(pad, dode) {
  const opzij = `${pad}.dood.${process.pid}.${teller++}`
  try {
    renameSync(pad, opzij)
  } catch {
    return
  }
  const gepakt = leesSlot(opzij)
  const verkeerd = gepakt !== undefined && (gepakt.pid !== dode.pid || gepakt.start !== dode.start)
  if (verkeerd) {
    try {
      linkSync(opzij, pad)
    } catch {
      // Een derde nam het slot al; de houder die wij opzij zetten merkt dat bij zijn eigen vrijgeven.
    }
  }
  rmSync(opzij, { force: true })
}

function geefVrij(pad, inhoud) {
  const nu = leesSlot(pad)
  if (nu !== undefined && nu.pid === inhoud.pid && nu.start === inhoud.start) rmSync(pad, { force: true })
}
