/** `leerroute beheer herversleutel`: elk persoonsnummer onder de actieve sleutel. */
import { herversleutel } from '../../bron/index.ts'
import { systeemactor } from '../../toegang/index.ts'
import { getal } from '../getallen.ts'
import { Opdracht } from '../kader/opdracht.ts'
import type { MaakOpdracht } from '../omgeving.ts'
import { maakVoortgang } from '../voortgang.ts'

export const herversleutelOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('herversleutel', {
    uitleg: 'zet elk persoonsnummer onder de actieve versleutelsleutel',
    toelichting: 'Nodig na het wisselen van een sleutel (docs/beheer/sleutels.md). Start eerst elke server opnieuw: een server die de nieuwe sleutel nog niet heeft gelezen, kan daarna geen nummer meer lezen. U kunt afbreken en opnieuw beginnen, en de server mag daarbij doordraaien. Haal de oude sleutel pas daarna uit het sleutelbestand.',
    voorbeelden: [{ regel: 'leerroute beheer herversleutel', uitleg: 'nadat de nieuwe sleutel actief is gemaakt en de servers opnieuw zijn gestart' }],
    json: 'geeft { "sleutel", "nummers" } als JSON',
    codes: { 0: 'elk nummer staat onder de actieve sleutel' },
  }).action(({ json }: { readonly json?: true }) => omgeving.metRegister(async ({ database, kluis, nu }) => {
    const voortgang = maakVoortgang(omgeving, 'opnieuw versleutelen')
    const gedaan = await herversleutel(database, { actor: systeemactor('opdrachtregel'), nu: nu(), kluis }, voortgang.zet)
    voortgang.klaar()
    if (!gedaan.ok) throw new Error('het systeem mag altijd opnieuw versleutelen')
    const { sleutel, nummers } = gedaan.waarde
    omgeving.schrijf(json ? `${JSON.stringify(gedaan.waarde)}\n` : `${nummers === 0 ? 'Er was niets te doen' : `${getal(nummers)} nummers opnieuw versleuteld`}: elk nummer staat onder sleutel ${sleutel}.\n`)
  }))
