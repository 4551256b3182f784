import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

const DIENSTEN_BLIJVEN_UIT = '/usr/sbin/policy-rc.d'

/** Zorgt voor pakketten van Debian; zegt hardop wat er gebeurt. Geeft de reden als het niet kan. */
export function zorgVoorPakketten(pakketten: readonly string[]): string | undefined {
  const ontbreekt = pakketten.filter((pakket) => !staatEr(pakket))
  if (ontbreekt.length === 0) return undefined
  if (!existsSync('/usr/bin/apt-get')) return `dit is geen Debian; nodig: ${ontbreekt.join(', ')}`
  if (process.getuid?.() !== 0) return `alleen root kan installeren; nodig: apt-get install ${ontbreekt.join(' ')}`
  console.log(`  IK INSTALLEER NU MET apt-get: ${ontbreekt.join(' ')}`)
  // Een webserver die meekomt mag niet gaan luisteren: de proef start zelf wat zij nodig heeft.
  const eigenRegel = !existsSync(DIENSTEN_BLIJVEN_UIT)
  if (eigenRegel) writeFileSync(DIENSTEN_BLIJVEN_UIT, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    apt('update')
    const uitslag = apt('install', '-y', '--no-install-recommends', ...ontbreekt)
    const nogSteeds = pakketten.filter((pakket) => !staatEr(pakket))
    return nogSteeds.length === 0 ? undefined : `installeren lukte niet (${nogSteeds.join(', ')}): ${uitslag.split('\n').slice(-3).join(' ').trim()}`
  } finally {
    if (eigenRegel) rmSync(DIENSTEN_BLIJVEN_UIT)
  }
}

function staatEr(pakket: string): boolean {
  return spawnSync('dpkg-query', ['-W', '-f', '${Status}', pakket]).stdout?.toString() === 'install ok installed'
}

function apt(...argumenten: readonly string[]): string {
  const uitslag = spawnSync('apt-get', argumenten, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 400_000 })
  return `${uitslag.stdout?.toString() ?? ''}${uitslag.stderr?.toString() ?? ''}`
}
