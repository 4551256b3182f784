/** Voor wie een transactie werkt, zoals row-level security het leest; mag() in de actie is de eerste lijn. */
export interface Transactiecontext {
  /** BRIN-codes van de school van de actor; leeg bij DUO en systeem. */
  readonly organisaties: readonly string[]
  readonly rol: 'school' | 'duo' | 'toezicht' | 'systeem'
  /** De organisatie van het account; ontbreekt bij een koppeling en het systeem. */
  readonly organisatie?: string
  /** Alleen studenten van deze vestigingen (BRIN met twee cijfers); ontbreekt als er een rol voor een hele instelling is (T-27). */
  readonly vestigingen?: readonly string[]
  /** Interne sleutel van het account of de koppeling. */
  readonly actor: string
}

/** Dezelfde woorden staan in leerroute_ziet_alles() en leerroute_is_systeem() (migratie 0001). */
export const SQL_CONTEXT = `select set_config('role', 'leerroute_app', true), set_config('leerroute.brins', $1, true),
  set_config('leerroute.rol', $2, true), set_config('leerroute.actor', $3, true), set_config('leerroute.organisatie', $4, true),
  set_config('leerroute.vestigingen', $5, true)`

export const BRIN = /^\d{2}[A-Z]{2}$/
const VESTIGING = /^\d{2}[A-Z]{2}\d{2}$/

export function contextwaarden(context: Transactiecontext): [string, string, string, string, string] {
  for (const brin of context.organisaties) {
    // Een komma in een code zou rechten op een andere school geven.
    if (!BRIN.test(brin)) throw new Error('een BRIN in de context heeft niet de vorm 99AA')
  }
  const vestigingen = context.vestigingen ?? []
  if (vestigingen.some((code) => !VESTIGING.test(code))) throw new Error('een vestiging in de context heeft niet de vorm 99AA99')
  return [context.organisaties.join(','), context.rol, context.actor, context.organisatie ?? '', vestigingen.join(',')]
}
