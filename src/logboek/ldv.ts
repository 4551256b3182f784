/** Het logboek van verwerkingen op de draad: OTLP/HTTP met JSON (S-36). De namen staan in een tabel, zodat zij met de standaard mee kunnen. */
import type { Moment } from '../kern/datum.ts'
import { activiteitUri } from '../kern/verwerkingsactiviteit.ts'

/** S-31: de namen van de kenmerken in het Logboek Dataverwerkingen. Alleen hier. */
export const LDV_NAMEN = {
  activiteit: 'dpl.core.processing_activity_id',
  betrokkene: 'dpl.core.data_subject_id',
  betrokkeneSoort: 'dpl.core.data_subject_id_type',
  betrokkeneSleutel: 'leerroute.data_subject_key_version',
} as const

/** Wat er in plaats van een BSN staat: een HMAC van onze sleutel van de deelnemer. */
export const BETROKKENE_SOORT = 'leerroute-deelnemer-hmac-sha256'

export interface Verwerkingsregel {
  readonly regelId: number
  /** 32 hexcijfers. */
  readonly traceId: string
  /** 16 hexcijfers. */
  readonly operationId: string
  readonly ouderId: string | null
  readonly status: 'OK' | 'ERROR'
  readonly naam: string
  readonly beginOp: Moment
  readonly eindOp: Moment
  readonly activiteit: string
  /** Hex. */
  readonly betrokkene: string | null
  readonly betrokkeneSleutel: string | null
}

export interface Verzender {
  readonly oin: string
  readonly versie: string
}

/** De inhoud van een zending naar `/v1/traces`. */
export function maakZending(regels: readonly Verwerkingsregel[], { oin, versie }: Verzender): object {
  return {
    resourceSpans: [{
      resource: { attributes: [tekst('service.name', 'leerroute'), tekst('service.version', versie), tekst('organization.oin', oin)] },
      scopeSpans: [{ scope: { name: 'leerroute.verwerkingen', version: '1' }, spans: regels.map(naarSpan) }],
    }],
  }
}

const INTERN = 1
const [GOED, FOUT] = [1, 2]

function naarSpan(regel: Verwerkingsregel): object {
  return {
    traceId: regel.traceId, spanId: regel.operationId, ...(regel.ouderId === null ? {} : { parentSpanId: regel.ouderId }), name: regel.naam, kind: INTERN,
    startTimeUnixNano: nano(regel.beginOp), endTimeUnixNano: nano(regel.eindOp), status: { code: regel.status === 'OK' ? GOED : FOUT },
    attributes: [
      tekst(LDV_NAMEN.activiteit, activiteitUri(regel.activiteit)),
      ...(regel.betrokkene === null || regel.betrokkeneSleutel === null ? [] : [
        tekst(LDV_NAMEN.betrokkene, regel.betrokkene), tekst(LDV_NAMEN.betrokkeneSoort, BETROKKENE_SOORT), tekst(LDV_NAMEN.betrokkeneSleutel, regel.betrokkeneSleutel),
      ]),
    ],
  }
}

function tekst(key: string, waarde: string): object {
  return { key, value: { stringValue: waarde } }
}

function nano(moment: Moment): string {
  return `${Date.parse(moment)}000000`
}
