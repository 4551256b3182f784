import type { Route } from './route.ts'

/** S-14: koppen van een operatie die verdwijnt (RFC 9745, RFC 8594). De uitleg staat bij de wijzigingen in de documentatie. */
export function verouderdkoppen({ sinds, verdwijntOp }: NonNullable<Route['verouderd']>): Readonly<Record<string, string>> {
  return {
    deprecation: `@${Date.parse(`${sinds}T00:00:00Z`) / 1000}`,
    sunset: new Date(`${verdwijntOp}T00:00:00Z`).toUTCString(),
    link: '</v1/docs#wijzigingen>; rel="deprecation"; type="text/html"',
  }
}
