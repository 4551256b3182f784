import { type TObject, type TSchema, Type } from 'typebox'
import { BrinVorm, DatumVorm, DeelnemerIdVorm, keuze, TijdstipVorm } from '../../aanlevering/index.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'

/** Vormen van antwoorden. Geen enkel antwoord bevat een persoonsnummer: `deelnemerId` is de sleutel (ADR 0023). */
export const UitkomstVorm = keuze(['nieuw', 'gewijzigd', 'ongewijzigd'], { description: 'Wat de levering veranderde.' })

export const SignaalcodeVorm = keuze(SIGNAALCODES, { description: 'Code van het signaal; de uitleg staat op `/regels`.', examples: ['SIG-FASE-VERSCHIL'] })
export const SignaalniveauVorm = keuze(['fout', 'waarschuwing', 'taak', 'info'])

export const OpenSignaalVorm = Type.Object({
  signaalId: Type.String({ format: 'uuid' }),
  code: SignaalcodeVorm,
  niveau: SignaalniveauVorm,
  brin: Type.Union([BrinVorm, Type.Null()], { description: 'De school die het aangaat; leeg = geen school.' }),
  eersteDag: DatumVorm,
  uitleg: Type.String({ description: 'Wat er is en wat te doen.' }),
}, { $id: 'OpenSignaal' })

/** Het antwoord op een levering over een deelnemer. */
export const GeleverdVorm = Type.Object({ deelnemerId: DeelnemerIdVorm, uitkomst: UitkomstVorm }, { $id: 'Geleverd' })

/** Het antwoord op een levering die niet over een deelnemer gaat. */
export const VastgelegdVorm = Type.Object({ uitkomst: UitkomstVorm }, { $id: 'Vastgelegd' })

const SleutelVorm = Type.String({ description: 'Sleutel in het adres.' })

/** Een ding uit het register: de sleutel in het adres, de inhoud zoals geleverd (zo weer te sturen met PUT) en sinds wanneer wij dat weten. */
export function geregistreerd<S extends string, T extends TSchema>($id: string, sleutel: S, naam: string, inhoud: T, sleutelvorm: TSchema = SleutelVorm): TObject {
  return Type.Object({
    [sleutel]: sleutelvorm,
    [naam]: inhoud,
    vastgelegdTijdstip: TijdstipVorm,
    vervallenTijdstip: Type.Union([TijdstipVorm, Type.Null()], { description: 'Leeg = zo is het nu bekend.' }),
  }, { $id })
}

/** Een hele lijst, zonder bladzijden: dingen van een deelnemer. */
export function lijst<T extends TSchema>(regel: T): TObject {
  return Type.Object({ regels: Type.Array(regel) })
}

/** Een bladzijde van een lijst die groeit (S-15). */
export function bladzijde<T extends TSchema>(regel: T): TObject {
  return Type.Object({
    regels: Type.Array(regel),
    volgende: Type.Union([Type.String(), Type.Null()], { description: '`cursor` van de volgende bladzijde; leeg = dit was de laatste.' }),
    vorige: Type.Union([Type.String(), Type.Null()], { description: '`cursor` van de vorige bladzijde; leeg = dit is de eerste.' }),
  })
}

export { bladvelden as BladerVorm } from '../kader/blad.ts'
