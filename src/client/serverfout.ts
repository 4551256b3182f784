/** Waarom een vraag aan de server geen antwoord gaf. Een weigering is een waarde, geen uitzondering (ADR 0007). */
export type Serverfout =
  /** De server gaf problem+json (RFC 9457): hij begreep de vraag en zegt wat eraan mankeert. */
  | {
      readonly soort: 'probleem'
      readonly status: number
      /** Vast woord, bijvoorbeeld `verzoek-ongeldig`; het laatste deel van `type`. */
      readonly code: string
      readonly titel: string
      readonly detail: string
      readonly watTeDoen: string
      readonly errors: readonly Verzoekfout[]
      /** Verbindt het antwoord met het log van de server. */
      readonly kenmerk: string | null
    }
  /** Er kwam iets anders dan dit register stuurt, bijvoorbeeld de foutbladzijde van een tussenstation. */
  | { readonly soort: 'onverwacht'; readonly status: number; readonly uitleg: string }
  | { readonly soort: 'onbereikbaar'; readonly oorzaak: string; readonly uitleg: string }

export interface Verzoekfout {
  readonly in: string
  readonly pointer: string
  readonly code: string
  readonly regel: string
  readonly watTeDoen: string
}

/** Leest een antwoord dat geen succes is. `inhoud` is al ontlede JSON, of tekst. */
export function naarServerfout(status: number, mediatype: string | null, inhoud: unknown): Serverfout {
  if (!mediatype?.startsWith('application/problem+json') || !isObject(inhoud)) {
    return { soort: 'onverwacht', status, uitleg: `De server gaf status ${status} zonder uitleg die wij kennen. Controleer of het adres van een Leerroute-server is.` }
  }
  return {
    soort: 'probleem', status,
    code: tekst(inhoud['type']).split('/').at(-1) ?? '', titel: tekst(inhoud['title']), detail: tekst(inhoud['detail']), watTeDoen: tekst(inhoud['watTeDoen']),
    errors: Array.isArray(inhoud['errors']) ? inhoud['errors'].filter(isObject).map(naarVerzoekfout) : [],
    kenmerk: typeof inhoud['kenmerk'] === 'string' ? inhoud['kenmerk'] : null,
  }
}

/** De fout als tekst voor een gebruiker: wat er is, welk veld, en wat te doen. */
export function zegServerfout(fout: Serverfout): string {
  if (fout.soort !== 'probleem') return fout.uitleg
  const velden = fout.errors.map(({ pointer, regel, watTeDoen }) => `  - ${pointer.replace(/^#\//, '').replaceAll('/', '.') || 'het bericht'}: ${regel} ${watTeDoen}`)
  return [`${fout.titel}. ${fout.detail}`, ...(velden.length > 0 ? velden : [fout.watTeDoen]), ...(fout.kenmerk === null ? [] : [`Kenmerk: ${fout.kenmerk}`])].join('\n')
}

function naarVerzoekfout(fout: Record<string, unknown>): Verzoekfout {
  return { in: tekst(fout['in']), pointer: tekst(fout['pointer']), code: tekst(fout['code']), regel: tekst(fout['regel']), watTeDoen: tekst(fout['watTeDoen']) }
}

function tekst(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde : ''
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
