/**
 * Een proefcluster voor de hele testronde. Elke test met een database maakt daarin een eigen database:
 * `inject('databaseUrl')` of `process.env.LEERROUTE_TEST_DATABASE_URL` is de verbinding als superuser.
 * Alleen gestart als er in deze ronde een test is die hem nodig heeft.
 */
import { tmpdir } from 'node:os'
import type { TestProject } from 'vitest/node'
import { startIngebedPostgres } from '../src/database/ingebed.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

const MET_DATABASE = /\.db\.test\.tsx?$|\/test\/(keten|browser)\//

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const gekozen = await project.vitest.globTestSpecifications(gekozenPaden(process.argv.slice(2)))
  if (!gekozen.some((test) => MET_DATABASE.test(test.moduleId))) {
    project.provide('databaseUrl', '')
    return undefined
  }
  const eigen = process.env['LEERROUTE_TEST_DATABASE_URL']
  if (eigen !== undefined && eigen !== '') {
    project.provide('databaseUrl', eigen)
    return undefined
  }
  const { url, stop } = await startIngebedPostgres({ dataMap: tmpdir(), tijdelijk: true })
  process.env['LEERROUTE_TEST_DATABASE_URL'] = url
  project.provide('databaseUrl', url)
  return stop
}

/** De paden op de opdrachtregel (`vitest run src/bron`); zonder paden draait alles. */
function gekozenPaden(argumenten: readonly string[]): string[] {
  return argumenten.filter((argument) => argument !== 'run' && !argument.startsWith('-'))
}
