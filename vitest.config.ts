import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
    globalSetup: ['test/proefdatabase.ts'],
    reporters: ['default', './test/telling-reporter.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Twee rekenkernen is de kleinste machine waarop dit moet draaien.
    maxWorkers: 2,
    // Een proef start zelf servers: die horen niet te letten op het proces dat deze proeven startte.
    env: { TZ: 'Europe/Amsterdam', LEERROUTE_OUDER_PID: '' },
  },
})
