/** nspell heeft zelf geen types; alleen wat de proef gebruikt. */
declare module 'nspell' {
  export default function nspell(aff: Uint8Array, dic: Uint8Array): { correct(woord: string): boolean }
}
