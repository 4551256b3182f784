/** Traces met OpenTelemetry over OTLP/HTTP. Alleen geladen als er een adres is om ze naartoe te sturen. */
import { context, type Span, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace'
import { setTimeout as wacht } from 'node:timers/promises'
import type { Stuk, Tracer } from './spoor.ts'
import type { Tracekop } from './traceparent.ts'

export interface Otlpkeuze {
  /** Basisadres, bijvoorbeeld `http://127.0.0.1:4318`; `/v1/traces` komt erachter. */
  readonly adres: string
  readonly dienst: string
  /** Zo lang sparen voor een zending; standaard 2 s. */
  readonly spaarMs?: number
}

const SLUIT_MS = 3_000

/** Een aanroeper die zijn trace niet meet, krijgt ook van ons geen stukken; wat bij ons begint meten wij. */
export function maakOtlpTracer({ adres, dienst, spaarMs = 2_000 }: Otlpkeuze): Tracer {
  const exporter = new OTLPTraceExporter({ url: `${adres.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 5_000 })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': dienst }),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    // Staat de ontvanger stil, dan vervallen stukken; het register wacht daar niet op.
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: spaarMs, maxQueueSize: 4_096, exportTimeoutMillis: 5_000 })],
  })
  const tracer = provider.getTracer('leerroute')
  return {
    begin: (naam, ouder, kenmerken, soort) => {
      const span = tracer.startSpan(naam, { kind: soort === 'verzoek' ? SpanKind.SERVER : SpanKind.INTERNAL, attributes: kenmerken }, ouderContext(ouder))
      return maakStuk(span)
    },
    // Een ontvanger die niet antwoordt mag het stoppen niet tegenhouden of laten mislukken.
    sluit: () => Promise.race([provider.shutdown().catch(() => undefined), wacht(SLUIT_MS, undefined, { ref: false })]),
  }
}

function ouderContext(ouder: Stuk | Tracekop | undefined) {
  if (ouder === undefined) return context.active()
  const spanId = 'spanId' in ouder ? ouder.spanId : ouder.ouderId
  return trace.setSpanContext(context.active(), {
    traceId: ouder.traceId, spanId, traceFlags: ouder.meten ? TraceFlags.SAMPLED : TraceFlags.NONE, isRemote: !('spanId' in ouder),
  })
}

function maakStuk(span: Span): Stuk {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return {
    traceId, spanId, meten: (traceFlags & TraceFlags.SAMPLED) !== 0,
    zet: (kenmerken) => void span.setAttributes(kenmerken),
    hernoem: (naam) => void span.updateName(naam),
    klaar: (mislukt) => {
      // Geen recordException: die neemt de tekst van de fout mee, en daar kan een waarde van een persoon in staan.
      if (mislukt) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}
