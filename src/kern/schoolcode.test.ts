import { expect, it } from 'vitest'
import { isAanbiedercode, isBrin } from './schoolcode.ts'

it('K-RIO-03: een BRIN en een code van een onderwijsaanbieder zijn elkaars vorm niet', () => {
  expect(['21MB', '101A001', '21mb', '21MB00', ' 21MB', 21, null].filter(isBrin)).toEqual(['21MB'])
  expect(['101A001', '21MB', '101a001', '101A0011', undefined].filter(isAanbiedercode)).toEqual(['101A001'])
})
