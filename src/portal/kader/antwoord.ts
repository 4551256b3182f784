/** Verstuurt wat een bladzijde antwoordt, met de koppen die daarbij horen (S-06). */
import type { FastifyReply } from 'fastify'
import { sessiekoekje, wiskoekje } from '../../toegang/index.ts'
import type { Kaderinstelling } from './instelling.ts'
import type { Portaalantwoord } from './route.ts'

type Gelukt = Exclude<Portaalantwoord, { readonly soort: 'fout' }>

export function verstuur({ https }: Pick<Kaderinstelling, 'https'>, reply: FastifyReply, antwoord: Gelukt): FastifyReply {
  switch (antwoord.soort) {
    case 'bladzijde':
      zetKoekjes(reply, https, antwoord.koekjes, antwoord.nieuweSessie)
      if (antwoord.formulierNaar !== undefined) void reply.header('content-security-policy', metFormulierNaar(reply, antwoord.formulierNaar))
      if (antwoord.haaltBij === true) void reply.header('content-security-policy', `${String(reply.getHeader('content-security-policy') ?? '')}; connect-src 'self'`)
      return stuurHtml(reply.code(antwoord.status ?? 200), antwoord.html)
    case 'ga-naar':
      zetKoekjes(reply, https, antwoord.koekjes, antwoord.nieuweSessie)
      if (antwoord.wisBrowser === true) void reply.header('clear-site-data', '"cookies", "storage"')
      return reply.header('cache-control', 'no-store').redirect(antwoord.pad, 303)
    case 'naar-makelaar':
      zetKoekjes(reply, https, antwoord.koekjes, undefined)
      return reply.header('cache-control', 'no-store').redirect(antwoord.adres, 303)
    case 'bestand':
      return reply.header('content-type', antwoord.mediatype).header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${antwoord.naam.replaceAll(/[^A-Za-z0-9._-]/g, '_')}"`).send(antwoord.inhoud)
  }
}

/** Persoonsgegevens: niet in een cache, niet in een zoekmachine. */
export function stuurHtml(reply: FastifyReply, html: string): FastifyReply {
  return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}

function zetKoekjes(reply: FastifyReply, https: boolean, koekjes: readonly string[] = [], sessie: string | null | undefined): void {
  const alle = [...koekjes, ...(sessie === undefined ? [] : [sessie === null ? wiskoekje('sessie', https) : sessiekoekje(sessie, https)])]
  if (alle.length > 0) void reply.header('set-cookie', alle)
}

/** De makelaar stuurt vaak door naar een leverancier; een browser toetst ook dat adres. Op deze bladzijde staat verder niets. */
function metFormulierNaar(reply: FastifyReply, adres: string): string {
  return String(reply.getHeader('content-security-policy') ?? '').replace("form-action 'self'", `form-action ${new URL(adres).origin} https:`)
}
