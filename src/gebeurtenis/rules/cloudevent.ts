import type { CloudEvent, Gebeurtenis } from '../gebeurtenis.ts'

/** Pad van de uitleg bij `data`; het nummer erin hoort bij de vorm en verandert nooit van betekenis. */
export const SCHEMAPAD = '/v1/schemas/gebeurtenis-v1'

/** S-41: omgekeerde domeinnaam, meervoudig zelfstandig naamwoord, wat ermee gebeurde, en de versie. */
export function typeVan(soort: Gebeurtenis['soort']): string {
  return `nl.onderwijs.${soort}.v1`
}

/** S-41: de bron noemt het OIN van wie het register voert en het systeem. */
export function bronVan(oin: string): string {
  return `urn:nld:oin:${oin}:systeem:leerroute`
}

/**
 * S-40 tot en met S-43: dun (id en link), zonder persoonsgegevens. `volgnummer` hoort bij een abonnement; wie zelf het
 * logboek leest heeft geen abonnement, en dan is de volgorde van het logboek zelf het bewijs.
 */
export function maakCloudEvent(g: Gebeurtenis, basisUrl: string, volgnummer?: number): CloudEvent {
  return {
    specversion: '1.0', id: g.id, source: g.bron, type: typeVan(g.soort), subject: g.onderwerp, time: g.op,
    datacontenttype: 'application/json', dataschema: `${basisUrl}${SCHEMAPAD}`,
    ...(volgnummer === undefined ? {} : { sequence: String(volgnummer), sequencetype: 'Integer' as const }),
    data: { school: g.brin, verwijzing: `${basisUrl}${g.verwijzing}` },
  }
}
