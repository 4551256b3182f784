// Zorgt dat node_modules overeenkomt met package-lock.json, en installeert anders een keer, ook bij twee starts tegelijk.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wachtOpSlot } from './slot.mjs'

/** Gooit met wat er te doen is als installeren nodig is maar niet kan. */
export async function zorgVoorInstallatie(wortel, { ontwikkeling }) {
  if (isBij(wortel, { ontwikkeling })) return
  controleerSchrijfbaar(wortel)
  const vrij = await wachtOpSlot(join(wortel, '.leerroute', 'installatie.slot'), {
    gegevens: { doet: 'npm ci' },
    wachtMs: 15 * 60_000,
    meld: (houder) => console.error(`Een andere start (proces ${houder.pid}) installeert al; even wachten.`),
  })
  try {
    if (isBij(wortel, { ontwikkeling })) return
    installeer(wortel)
  } finally {
    vrij()
  }
}

/**
 * Vergelijkt package-lock.json met de administratie die npm zelf in node_modules bijhoudt. npm schrijft die pas aan het
 * eind van een geslaagde installatie, dus een afgebroken installatie telt niet, en een eigen stempel is niet nodig:
 * ook een map die alleen leesbaar is kan zo starten.
 */
export function isBij(wortel, { ontwikkeling }) {
  const slot = leesPakketten(join(wortel, 'package-lock.json'))
  const aanwezig = leesPakketten(join(wortel, 'node_modules', '.package-lock.json'))
  if (slot === undefined) throw new Error(`${join(wortel, 'package-lock.json')} ontbreekt. Haal het project opnieuw op.`)
  if (aanwezig === undefined || !existsSync(join(wortel, 'node_modules', 'tsx', 'package.json'))) return false
  return Object.entries(slot).every(([pad, pakket]) => {
    if (pad === '' || pakket.link) return true
    if ((pakket.optional || pakket.devOptional) && !hoortBijDitPlatform(slot, pad, pakket)) return true
    if (pakket.dev && !ontwikkeling) return true
    const er = aanwezig[pad]
    return er !== undefined && er.version === pakket.version && er.integrity === pakket.integrity
  })
}

/** De starter haalt Node en PostgreSQL zelf op, als optionele pakketten met `os` en `cpu`; op hun eigen platform zijn zij nodig. */
function hoortBijDitPlatform(slot, pad, pakket) {
  const eigen = slot['']?.optionalDependencies ?? {}
  if (eigen[pad.replace(/^node_modules\//, '')] === undefined) return false
  return (pakket.os ?? [process.platform]).includes(process.platform) && (pakket.cpu ?? [process.arch]).includes(process.arch)
}

function leesPakketten(pad) {
  try {
    return JSON.parse(readFileSync(pad, 'utf8')).packages
  } catch {
    return undefined
  }
}

function controleerSchrijfbaar(wortel) {
  const plek = existsSync(join(wortel, 'node_modules')) ? join(wortel, 'node_modules') : wortel
  try {
    accessSync(wortel, constants.W_OK)
    accessSync(plek, constants.W_OK)
  } catch {
    throw new Error(
      `De onderdelen in ${join(wortel, 'node_modules')} ontbreken of zijn verouderd, en u mag daar niet schrijven.\n` +
        `Laat de eigenaar van de map \`npm ci\` uitvoeren, of kopieer het project naar een map van uzelf.`,
    )
  }
}

function installeer(wortel) {
  console.error('Onderdelen installeren (eenmalig, ongeveer 15 seconden) ...')
  const npm = process.env.npm_execpath
  const viaNode = npm !== undefined && /\.[cm]?js$/.test(npm)
  const opties = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const uitvoer = spawnSync(viaNode ? process.execPath : 'npm', viaNode ? [npm, ...opties] : opties, {
    cwd: wortel,
    // Alles naar stderr: de uitvoer van een opdracht met --json blijft schoon.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (uitvoer.status !== 0) {
    throw new Error(
      `Installeren is mislukt (npm ci, ${uitvoer.error?.message ?? `code ${uitvoer.status ?? uitvoer.signal}`}). ` +
        'Is er een netwerkverbinding naar het pakketregister? Probeer daarna opnieuw.',
    )
  }
}
