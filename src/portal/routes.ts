/** Alle bladzijden van het portaal, in de volgorde van het hoofdmenu. Een groep bladzijden erbij: een regel hier. */
import type { FastifyInstance } from 'fastify'
import type { Inlogaansluiting } from '../toegang/index.ts'
import { afspraakroutes } from './afspraken/routes.ts'
import { auditroutes } from './audit/routes.ts'
import { bekostigingroutes } from './bekostiging/routes.ts'
import { beheerroutes } from './beheer/routes.ts'
import { duoscholenroutes } from './duo-scholen/routes.ts'
import { duoroutes } from './duo/routes.ts'
import { herkoppelroutes } from './herkoppelen/routes.ts'
import { faseovergangroutes } from './faseovergang/routes.ts'
import { inlogroutes } from './inloggen/routes.tsx'
import { inschrijfroutes } from './inschrijven/routes.ts'
import { controleerroutes } from './controleren/routes.ts'
import type { Kaderinstelling } from './kader/instelling.ts'
import { type Kader, registreerPortaalroutes } from './kader/registreer.ts'
import type { Portaalroute } from './kader/route.ts'
import { maakTerugkeuze } from './kader/terugadres.ts'
import { leerlingroutes } from './leerling/routes.ts'
import { leerlingenroutes } from './leerlingen/routes.ts'
import type { Portaalbron } from './portaal.ts'
import { tokenroutes } from './inloggen-token/index.ts'
import { leveringroutes } from './leveringen/routes.ts'
import { mandaatroutes } from './mandaten/index.ts'
import { overstaproutes } from './overstap/index.ts'
import { overzichtroutes } from './overzicht/routes.ts'
import { regelroutes } from './regels/routes.ts'
import { routematrixroutes } from './routematrix/routes.ts'
import { routezoekroutes } from './routezoeker/routes.ts'
import { sessieroutes } from './sessies/routes.ts'
import { signaalroutes } from './signalen/routes.ts'
import { stroomschemaroutes } from './stroomschema/routes.ts'
import { taalroutes } from './taal/routes.ts'
import { uitlegroutes } from './uitleg/routes.ts'
import { schrijfSecurityTxt, SECURITYPAD } from './uitleg/security-txt.ts'
import { verzuimroutes } from './verzuim/routes.ts'
import { wijzigroutes } from './wijzigen/routes.ts'
import { STIJLPAD, type Stijl } from './stijl/bestanden.ts'

export interface PortaalInstelling extends Kaderinstelling {
  readonly bron: Portaalbron
  /** E-mailadres van wie dit register beheert: voor hulp, toegankelijkheid en beveiliging. */
  readonly contact: string
  /** De makelaar van eHerkenning; undefined als er (nog) geen is. */
  readonly aansluiting: () => Inlogaansluiting | undefined
  /** Ondertekende metadata van SAML. */
  readonly metadata: () => string | undefined
}

/** Hangt het portaal aan de server. Elke bladzijde is klaar als hij aankomt; er is geen JavaScript nodig. */
export function registreerPortaal(app: FastifyInstance, instelling: PortaalInstelling): Kader {
  registreerStijl(app, instelling.stijl)
  app.get(SECURITYPAD, (_request, reply) => reply.type('text/plain; charset=utf-8').send(schrijfSecurityTxt({ ...instelling, nu: instelling.nu() })))
  const eigen = bladzijden(instelling)
  const terug = maakTerugkeuze(eigen)
  return registreerPortaalroutes(app, instelling, [...inlogroutes({ ...instelling, terug }), ...taalroutes({ ...instelling, terug }), ...tokenroutes, ...eigen])
}

/** Ook voor de matrix van rechten: elke bladzijde met de toegang die zij noemt (Z-01). */
export function bladzijden({ bron, contact, stijl, maxBestand }: PortaalInstelling): readonly Portaalroute[] {
  return [
    ...overzichtroutes,
    ...signaalroutes(bron),
    ...leerlingenroutes(bron),
    ...leerlingroutes(bron),
    ...faseovergangroutes({ stijl }),
    ...inschrijfroutes,
    ...wijzigroutes,
    ...routematrixroutes,
    ...controleerroutes({ stijl, maxBestand }),
    ...leveringroutes({ stijl }),
    ...bekostigingroutes,
    ...verzuimroutes(bron),
    ...afspraakroutes,
    ...beheerroutes,
    ...mandaatroutes,
    ...duoscholenroutes,
    ...duoroutes,
    ...auditroutes,
    ...stroomschemaroutes,
    ...routezoekroutes,
    ...regelroutes(),
    ...sessieroutes,
    ...overstaproutes,
    ...herkoppelroutes,
    ...uitlegroutes(contact),
  ]
}

function registreerStijl(app: FastifyInstance, stijl: Stijl): void {
  app.get(`${STIJLPAD}*`, (request, reply) => {
    const bestand = stijl.bestanden.get(request.url.split('?')[0] ?? '')
    if (bestand === undefined) return reply.callNotFound()
    void reply.header('content-type', bestand.soort).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
    const aanvaard = String(request.headers['accept-encoding'] ?? '')
    if (bestand.brotli && /\bbr\b/.test(aanvaard)) return reply.header('content-encoding', 'br').send(bestand.brotli)
    if (bestand.gzip && /\bgzip\b/.test(aanvaard)) return reply.header('content-encoding', 'gzip').send(bestand.gzip)
    return reply.send(bestand.inhoud)
  })
}
