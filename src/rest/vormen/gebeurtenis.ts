import { Type } from 'typebox'
import { BrinVorm, TijdstipVorm } from '../../aanlevering/index.ts'
import { typeVan } from '../../gebeurtenis/index.ts'
import { GEBEURTENISSOORTEN } from '../../kern/gebeurtenissoort.ts'

const SleutelVorm = Type.String({ format: 'uuid', examples: ['019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'] })
export const SoortVorm = Type.Union(GEBEURTENISSOORTEN.map((soort) => Type.Literal(soort)), { description: 'Wat er gebeurde.', examples: ['inschrijvingen.gewijzigd'] })
const BronUrlVorm = (description: string) => Type.String({ format: 'uri', description })

/** De inhoud van een gebeurtenis: alleen waar het staat. */
export const GebeurtenisdataVorm = Type.Object({
  school: Type.Union([BrinVorm, Type.Null()], { description: 'De school die het aangaat; leeg = geen school.' }),
  verwijzing: BronUrlVorm('Waar u de inhoud met uw sleutel ophaalt. Na verwijderen staat daar niets meer.'),
}, { $id: 'Gebeurtenisdata', additionalProperties: false })

/** CloudEvents 1.0 met het NL GOV-profiel. */
export const GebeurtenisVorm = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Type.String({ format: 'uuid', description: 'Blijft gelijk bij elke bezorging. Hiermee herkent u wat u al had.' }),
  source: Type.String({ pattern: '^urn:nld:oin:[0-9A-Z]{20}:systeem:[a-z]+$', description: 'Wie het register voert: `urn:nld:oin:<OIN>:systeem:leerroute`.' }),
  type: Type.Union(GEBEURTENISSOORTEN.map((soort) => Type.Literal(typeVan(soort))), { description: 'Wat er gebeurde, met de versie van de vorm.' }),
  subject: Type.String({ format: 'uuid', description: 'Waarover: een sleutel zonder betekenis. Per onderwerp komen gebeurtenissen op volgorde.' }),
  time: Type.String({ format: 'date-time', description: 'Het moment van registratie in dit register.' }),
  datacontenttype: Type.Literal('application/json'),
  dataschema: BronUrlVorm('De uitleg van `data`.'),
  sequence: Type.Optional(Type.String({ pattern: '^[1-9][0-9]*$', description: 'Alleen bij een webhook: 1, 2, 3 ... per abonnement en onderwerp. Mist u een nummer? Lees dan het logboek.' })),
  sequencetype: Type.Optional(Type.Literal('Integer')),
  data: GebeurtenisdataVorm,
}, { $id: 'Gebeurtenis', additionalProperties: false })

export const GebeurtenisbladVorm = Type.Object({
  regels: Type.Array(GebeurtenisVorm),
  volgende: Type.String({ description: 'Geef dit de volgende keer mee als `na`, ook als er nu niets was. Bewaar het: zo mist u niets.' }),
  meer: Type.Boolean({ description: 'Er is nu al een volgende bladzijde.' }),
}, { $id: 'Gebeurtenisblad', additionalProperties: false })

const UrlVorm = Type.String({ format: 'uri', maxLength: 2_000, description: 'Waar wij de berichten heen sturen, met https.' })
const SoortenVorm = Type.Array(SoortVorm, { maxItems: GEBEURTENISSOORTEN.length, description: 'Alleen deze soorten. Leeg = alle, ook soorten die er later bij komen.' })
const GEHEIM_UITLEG = '`whsec_` met daarachter 24 tot 64 willekeurige bytes in base64. Hiermee ondertekenen wij elk bericht. Bewaar het zelf: het komt nooit terug in een antwoord.'

export const NieuwAbonnementVorm = Type.Object({
  school: Type.Optional({ ...BrinVorm, description: 'Voor welke school. Mag weg als uw sleutel bij één school hoort.' }),
  url: UrlVorm, soorten: SoortenVorm, geheim: Type.String({ maxLength: 200, description: GEHEIM_UITLEG }),
}, { $id: 'NieuwAbonnement', additionalProperties: false })

export const AbonnementwijzigingVorm = Type.Object({
  url: UrlVorm, soorten: SoortenVorm, geheim: Type.Optional(Type.String({ maxLength: 200, description: `${GEHEIM_UITLEG} Laat weg om het oude te houden.` })),
}, { $id: 'Abonnementwijziging', additionalProperties: false })

export const AbonnementVorm = Type.Object({
  abonnementId: SleutelVorm, school: BrinVorm, url: UrlVorm, soorten: SoortenVorm,
  staat: Type.Union([Type.Literal('wacht-op-controle'), Type.Literal('actief'), Type.Literal('afgewezen'), Type.Literal('gestopt')], {
    description: 'wacht-op-controle: uw adres moet nog instemmen. afgewezen: dat gebeurde niet binnen 24 uur. gestopt: uw adres antwoordde 410.',
  }),
  reden: Type.Union([Type.String(), Type.Null()], { description: 'Waarom het niet actief is, en wat u kunt doen.' }),
  aangemaaktTijdstip: TijdstipVorm, gewijzigdTijdstip: TijdstipVorm,
}, { $id: 'Abonnement', additionalProperties: false })

export const AfleverstaatVorm = Type.Union([Type.Literal('wachtend'), Type.Literal('bezorgd'), Type.Literal('opgegeven')], {
  description: 'wachtend: komt nog. bezorgd: uw adres antwoordde 2xx. opgegeven: 72 uur geprobeerd.',
})

export const AfleveringVorm = Type.Object({
  afleveringId: Type.String({ format: 'uuid', description: 'Gelijk aan het `id` van de gebeurtenis.' }),
  soort: SoortVorm, onderwerp: SleutelVorm, volgnummer: Type.Integer({ minimum: 1, description: '`sequence` van het bericht.' }), staat: AfleverstaatVorm,
  pogingen: Type.Integer({ minimum: 0 }),
  laatstePogingTijdstip: Type.Union([TijdstipVorm, Type.Null()]), volgendePogingTijdstip: Type.Union([TijdstipVorm, Type.Null()], { description: 'Alleen als er nog een komt.' }),
  laatsteUitkomst: Type.Union([Type.String({ examples: ['HTTP 500', 'time-out'] }), Type.Null()]), bezorgdTijdstip: Type.Union([TijdstipVorm, Type.Null()]),
}, { $id: 'Aflevering', additionalProperties: false })
