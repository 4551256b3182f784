import { type TUnsafe, Type } from 'typebox'
import type { Datum } from '../../kern/datum.ts'
import { LEERTRAJECTEN, LEERWEGEN, NIVEAUS, SECTOREN } from '../../kern/leerroute.ts'

/** De vormen van losse velden in berichten. Regels die meer velden raken, zitten in de acties. */
/** Wat door de controle komt is een bestaande dag; daarom is het type `Datum`. */
export const DatumVorm = Type.String({ format: 'date', description: 'Kalenderdag, `jjjj-mm-dd`.', examples: ['2025-08-01'] }) as unknown as TUnsafe<Datum>
export const TijdstipVorm = Type.String({ format: 'date-time', description: 'Moment; in antwoorden altijd UTC.', examples: ['2026-03-01T09:00:00.000Z'] })
export const BrinVorm = Type.String({ pattern: '^[0-9]{2}[A-Z]{2}$', description: 'BRIN van de school.', examples: ['21MB'] })
export const AanbiederVorm = Type.String({ pattern: '^[0-9]{3}A[0-9]{3}$', description: 'Code van de onderwijsaanbieder in RIO.', examples: ['120A001'] })
export const VolgnummerVorm = Type.String({ pattern: '^[0-9A-Za-z]{1,20}$', description: 'Volgnummer dat de school zelf koos.', examples: ['E1'] })
export const PersoonsnummerVorm = Type.String({ pattern: '^[0-9]{9}$', description: 'Burgerservicenummer of onderwijsnummer (K-BRN-03).', examples: ['999900006'] })
export const DeelnemerIdVorm = Type.String({ format: 'uuid', description: 'Betekenisloze sleutel van de deelnemer in dit register.', examples: ['019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'] })
export const BestuursnummerVorm = Type.String({ pattern: '^[0-9]{5}$', description: 'Bestuursnummer van een bevoegd gezag.', examples: ['40001'] })
export const SectorVorm = keuze(SECTOREN)
export const PartijVorm = Type.Union([Type.Literal('VO'), Type.Literal('MBO')])
export const NiveauVorm = keuze(NIVEAUS)
export const LeerwegVorm = keuze(LEERWEGEN)
export const LeertrajectVorm = keuze(LEERTRAJECTEN)
export const JaNeeVorm = Type.Union([Type.Literal('J'), Type.Literal('N')])

/** Een veld dat mag ontbreken of leeg (`null`) mag zijn. */
export function leegMag<T extends Parameters<typeof Type.Union>[0][number]>(vorm: T) {
  return Type.Optional(Type.Union([vorm, Type.Null()]))
}

/** Een van een gesloten lijst codes; het type is dat van de lijst. */
export function keuze<const T extends readonly string[]>(codes: T, uitleg: { readonly description?: string; readonly examples?: readonly string[] } = {}) {
  return Type.Union(codes.map((code) => Type.Literal(code)), { ...uitleg }) as unknown as TUnsafe<T[number]>
}
