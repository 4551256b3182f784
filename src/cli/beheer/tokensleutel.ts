/** `leerroute beheer tokensleutel`: wisselt de sleutel waarmee de server tokens tekent. */
import { wisselTokensleutel } from '../../toegang/index.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { Opdracht } from '../kader/opdracht.ts'
import type { MaakOpdracht } from '../omgeving.ts'

export const tokensleutelOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('tokensleutel', {
    uitleg: 'wisselt de sleutel waarmee de server tokens tekent',
    toelichting: 'De nieuwe sleutel tekent voortaan; de vorige blijft gelden voor tokens die al uitstaan. Elke server die dit bestand leest ziet de wissel binnen enkele seconden, zonder herstart. Wissel niet twee keer binnen een kwartier: dan vallen uitstaande tokens weg.',
    voorbeelden: [{ regel: 'leerroute beheer tokensleutel .leerroute/tokensleutels.json', uitleg: 'het bestand van LEERROUTE_TOKENSLEUTELBESTAND' }],
    json: 'geeft { "kid" } van de nieuwe sleutel als JSON',
    codes: { 0: 'gewisseld', 2: 'het bestand is niet te lezen of te schrijven' },
  })
    .argument('<bestand>', 'het bestand met tokensleutels')
    .action(async (bestand: string, { json }: { readonly json?: true }) => {
      const kid = await wisselTokensleutel({ bestand, productie: true }).catch(() => { throw new VerkeerdGebruik(`${bestand} is niet te lezen of te schrijven als bestand met tokensleutels.`) })
      omgeving.schrijf(json ? `${JSON.stringify({ kid })}\n` : `Gewisseld. De nieuwe sleutel heet ${kid}.\n`)
    })
