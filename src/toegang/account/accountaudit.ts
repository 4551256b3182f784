import { schrijfAudit, type Transactie } from '../../database/index.ts'
import type { Actiecontext } from '../actor.ts'

/** Wat er met een account, rol of voorstel gebeurde. Alleen sleutels: geen naam, geen pseudoniem (P-02). */
export interface Accountvoorval {
  readonly handeling: string
  readonly organisatieId: string
  readonly object: readonly [soort: 'account' | 'rol' | 'voorstel' | 'organisatie', sleutel: string]
  readonly van?: string
  readonly naar?: string
  readonly reden?: string
  readonly extra?: Readonly<Record<string, unknown>>
}

/** T-29: wie (account, middel, niveau), voor welke organisatie, van wat naar wat, en waarom. */
export function schrijfAccountaudit(trx: Transactie, { actor, aanmelding, nu }: Pick<Actiecontext, 'actor' | 'aanmelding' | 'nu'>, voorval: Accountvoorval): Promise<void> {
  const { handeling, organisatieId, object, van, naar, reden, extra } = voorval
  return schrijfAudit(trx, {
    op: nu, actor: actor.id, handeling, brin: null, deelnemerId: null, object,
    gegevens: {
      organisatieId, ...(aanmelding === undefined ? {} : { middel: aanmelding.middel, niveau: aanmelding.niveau }),
      ...(van === undefined ? {} : { van }), ...(naar === undefined ? {} : { naar }), ...(reden === undefined || reden === '' ? {} : { reden }), ...extra,
    },
  })
}
