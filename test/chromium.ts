/** De browser voor de browsertests. Zonder browser slaan die over, maar in CI zakt `test/chromium.test.ts`. */
import { existsSync } from 'node:fs'

/** Het programma, of undefined als er geen is. Als root is `--no-sandbox` nodig. */
export function chromiumPad(): string | undefined {
  const pad = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium'
  return existsSync(pad) ? pad : undefined
}

export const CHROMIUM_OPTIES: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export function inCi(): boolean {
  return !['', '0', 'false', undefined].includes(process.env['CI'])
}
