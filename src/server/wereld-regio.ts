/** De handelingen die voor de hele verzonnen regio gelden: scholen, aanbod in RIO, overeenkomsten en vakanties. */
import { plusDagen, type Datum } from '../kern/datum.ts'
import { legOvereenkomstVast, legRegelingVast } from '../leerroute/index.ts'
import type { Identificatiesoort, OrganisatieBericht } from '../organisatie/index.ts'
import { registreerAanbod } from '../rio/index.ts'
import { registreerOrganisatie } from '../toegang/index.ts'
import { registreerSchoolvakantie } from '../verzuim/index.ts'
import type { Regio } from './wereld-bestanden.ts'
import { momentOp } from './wereld-standen.ts'
import { momentVan, type Stap } from './wereld-stap.ts'

/** Voor het eerste aanbod en de eerste inschrijving. */
const BEGIN = '2018-08-01' as Datum
/** Zo veel dagen van tevoren staat iets vast dat op een dag ingaat. */
const DAGEN_VOORAF = 30

export function maakRegiostappen(regio: Regio): readonly Stap[] {
  return [...maakOrganisatiestappen(regio), ...aanbodstappen(regio), ...afspraakstappen(regio), ...vakantiestappen(regio)]
}

/** Besturen, scholen en DUO, met de nummers waarmee eHerkenning ze noemt. Nog een keer uitvoeren verandert niets. */
export function maakOrganisatiestappen(regio: Regio): readonly Stap[] {
  return [...gezagstappen(regio), ...schoolstappen(regio), duostap(regio)]
}

function gezagstappen({ bevoegdeGezagen }: Regio): readonly Stap[] {
  return bevoegdeGezagen.map(({ nummer, naam, kvk, rsin }) => ({
    moment: momentOp(BEGIN), brin: null, wat: `bevoegd gezag ${nummer}`,
    voer: (uitvoerder, ctx) => registreerOrganisatie(uitvoerder, ctx, { soort: 'BEVOEGD_GEZAG', naam, identificaties: codes({ BESTUURSNUMMER: nummer, KVK: kvk, RSIN: rsin }) }),
  }))
}

function duostap({ duo: { naam, kvk, oin } }: Regio): Stap {
  return { moment: momentOp(BEGIN), brin: null, wat: 'DUO', voer: (uitvoerder, ctx) => registreerOrganisatie(uitvoerder, ctx, { soort: 'DUO', naam, identificaties: codes({ OIN: oin, KVK: kvk }) }) }
}

function codes(nummers: Readonly<Partial<Record<Identificatiesoort, string | undefined>>>): OrganisatieBericht['identificaties'] {
  return Object.entries(nummers).flatMap(([soort, waarde]) => (waarde === undefined ? [] : [{ soort: soort as Identificatiesoort, waarde, geldigVan: BEGIN }]))
}

function schoolstappen({ organisaties }: Regio): readonly Stap[] {
  return organisaties.map(({ brin, naam, bevoegdGezag, onderwijsaanbieders, vestiging }) => ({
    moment: momentOp(BEGIN), brin: null, wat: `school ${brin}`,
    voer: (uitvoerder, ctx) => registreerOrganisatie(uitvoerder, ctx, {
      soort: 'INSTELLING', naam: naam ?? brin, identificaties: codes({ BRIN: brin, VESTIGING: vestiging?.code, VESTIGINGSNUMMER: vestiging?.vestigingsnummer }),
      bevoegdGezag: [{ bestuursnummer: bevoegdGezag, geldigVan: BEGIN }],
      onderwijsaanbieders: onderwijsaanbieders.map((aanbieder) => ({ ...aanbieder, geldigVan: BEGIN })),
    }),
  }))
}

function aanbodstappen({ organisaties, rioAangebodenOpleidingen }: Regio): readonly Stap[] {
  const brinVan = new Map(organisaties.flatMap(({ brin, onderwijsaanbieders }) => onderwijsaanbieders.map(({ code }) => [code, brin] as const)))
  return rioAangebodenOpleidingen.map(({ naam, bekendOp, vervallenOp: _vervallen, vastgelegdOp: _moment, ...aanbod }) => {
    const eigenSleutel = `${naam} ${aanbod.leerrouteKenmerk.slice(0, 3)} ${aanbod.onderwijsaanbieder}`
    return {
      moment: momentVan(bekendOp ? { bekendOp } : {}, plusDagen(aanbod.begindatum, -DAGEN_VOORAF)), brin: brinVan.get(aanbod.onderwijsaanbieder) ?? null,
      wat: `aanbod ${eigenSleutel}`, voer: (uitvoerder, ctx) => registreerAanbod(uitvoerder, ctx, { ...aanbod, eigenSleutel, profiel: naam }),
    } satisfies Stap
  })
}

function afspraakstappen({ samenwerkingsovereenkomsten, interneRegelingen }: Regio): readonly Stap[] {
  const vooraf = (van: Datum) => momentOp(plusDagen(van, -DAGEN_VOORAF))
  return [
    ...samenwerkingsovereenkomsten.map(({ partijen, van, tot }): Stap => {
      const kenmerk = `Samenwerking ${partijen.join(' en ')} vanaf ${van}`
      return { moment: vooraf(van), brin: null, wat: kenmerk, voer: (uitvoerder, ctx) => legOvereenkomstVast(uitvoerder, ctx, { kenmerk, partijen, van, tot: tot ?? null }) }
    }),
    ...interneRegelingen.map(({ bevoegdGezag, van, tot }): Stap => ({
      moment: vooraf(van), brin: null, wat: `interne regeling ${bevoegdGezag}`,
      voer: (uitvoerder, ctx) => legRegelingVast(uitvoerder, ctx, { bevoegdGezag, van, tot: tot ?? null }),
    })),
  ]
}

function vakantiestappen({ schoolvakanties }: Regio): readonly Stap[] {
  return schoolvakanties.map((vakantie) => ({
    moment: momentOp(BEGIN), brin: null, wat: `schoolvakantie vanaf ${vakantie.van}`, voer: (uitvoerder, ctx) => registreerSchoolvakantie(uitvoerder, ctx, vakantie),
  }))
}
