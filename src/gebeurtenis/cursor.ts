/** Een plaats in het logboek, ondoorzichtig voor de lezer. */
export function schrijfCursor(positie: number): string {
  return Buffer.from(`g1.${positie}`).toString('base64url')
}

/** undefined als de tekst geen cursor van ons is. */
export function leesCursor(tekst: string): number | undefined {
  const cijfers = /^g1\.(0|[1-9]\d{0,15})$/.exec(Buffer.from(tekst, 'base64url').toString('latin1'))?.[1]
  return cijfers === undefined ? undefined : Number(cijfers)
}
