import { expect, it } from 'vitest'
import { chromiumPad, inCi } from './chromium.ts'

it.runIf(inCi())('in CI is er een browser, anders zouden de browsertests stil overslaan', () => {
  expect(chromiumPad(), 'zet CHROMIUM_PATH of draai als root op Debian').toBeDefined()
})
