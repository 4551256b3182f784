/** waar iemand na het inloggen naartoe mag. Alleen een bladzijde die er is; nooit een adres uit een bericht. */
import type { Portaalroute } from './route.ts'

/** Geeft het pad met zijn vraagdeel, of `/` als het geen bladzijde van deze site is. */
export type Terugkeuze = (gegeven: unknown) => string

const GEEN_BEGIN = /^\/(inloggen|uitloggen|geen-rol)(\/|$)/
const MEESTE_TEKENS = 500

export function maakTerugkeuze(routes: readonly Pick<Portaalroute, 'methode' | 'pad'>[]): Terugkeuze {
  const paden = routes.filter(({ methode, pad }) => methode === 'GET' && !GEEN_BEGIN.test(pad)).map(({ pad }) => vormVan(pad))
  return (gegeven) => {
    if (typeof gegeven !== 'string' || gegeven.length > MEESTE_TEKENS) return '/'
    const { pad, vraag } = ADRES.exec(gegeven)?.groups ?? {}
    return pad !== undefined && paden.some((vorm) => vorm.test(pad)) ? `${pad}${vraag ?? ''}` : '/'
  }
}

/** Zonder `\\`, spaties of andere tekens die een browser anders leest dan wij; wat na `#` komt gaat nooit naar een server. */
const ADRES = /^(?<pad>\/[A-Za-z0-9._~/-]*)(?<vraag>\?[A-Za-z0-9._~&=%+:,/-]*)?$/

/** `/studenten/:id` wordt een vorm waar geen `/`, `\` of `%` in past; een ander adres (`//site`, `/\site`) begint er nooit mee. */
function vormVan(pad: string): RegExp {
  const delen = pad.split('/').slice(1).map((deel) => (deel.startsWith(':') ? '[A-Za-z0-9._~-]+' : deel.replaceAll(/[^A-Za-z0-9_-]/g, String.raw`\$&`)))
  return new RegExp(`^/${delen.join('/')}$`)
}
