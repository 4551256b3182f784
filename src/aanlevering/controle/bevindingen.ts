/** Van wat een bestand, een proef en een vergelijking vinden naar bevindingen in stapels. */
import { type Bevinding, maskeer, stapel, veldnaam, type Verschil } from '../../bron/index.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { signaaltekst } from '../../normen/index.ts'
import type { Recordfout } from '../levering.ts'
import type { Proefregel } from '../verwerking/proef.ts'
import type { Groepkop } from './controle.ts'
import type { Gevonden } from './verzamelaar.ts'
import { zonderNummers } from './verzamelaar.ts'

type Vondst = readonly [Groepkop, Gevonden]

const LEEG = { regelnummer: null, persoon: null, deelnemerId: null, recordsoort: null, veld: null, veldnummer: null, waarde: null, register: null } as const

export function uitBestand(b: Bevinding): Vondst {
  return [
    { soort: stapel(b), onderwerp: '', titel: b.titel, regels: [b.regel], verwacht: b.verwacht, remedie: b.remedie },
    {
      ...LEEG, regelnummer: b.regelnummer, persoon: b.persoon, recordsoort: b.recordsoort, veld: b.veld, veldnummer: b.veldnummer, waarde: b.waarde, uitleg: b.uitleg, student: b.persoonRegel, aantal: b.aantal,
    },
  ]
}

/**
 * Wat het register van een record zou vinden. Fouten van een afgekeurd of geweigerd record moet de afzender verbeteren. Een signaal houdt de
 * levering niet tegen, en of de fout hier zit of bij de partner is nog niet te zeggen: kijk na, mag mee.
 * @param overslaan signalen die het bestand zelf al meldde.
 */
export function uitProef(regel: Proefregel, overslaan: (code: string) => boolean = () => false): readonly Vondst[] {
  const moetBeter = regel.uitkomst === 'afgekeurd' || regel.uitkomst === 'geen-recht'
  const plek = { ...LEEG, regelnummer: regel.regelnummer, recordsoort: regel.soort, student: regel.deelnemerId, aantal: 1 }
  return [
    ...regel.fouten.map((fout): Vondst => [
      { soort: moetBeter ? 'moet-u-verbeteren' : 'kijk-na', onderwerp: '', titel: zin(fout.regel), regels: fout.regelId === undefined ? [] : [fout.regelId], verwacht: '', remedie: fout.watTeDoen },
      { ...plek, regelnummer: regelVan(fout, regel), veld: fout.veld === '' ? null : zonderNummers(fout.veld, 200), uitleg: '' },
    ]),
    ...regel.signalen.filter(({ niveau, code }) => niveau !== 'info' && !overslaan(code)).flatMap(({ code, uitleg }) => {
      const bekend = SIGNAALCODES.find((een) => een === code)
      if (bekend === undefined) return []
      const { titel, watTeDoen, regels } = signaaltekst(bekend)
      return [[{ soort: 'kijk-na', onderwerp: '', titel, regels: [...regels], verwacht: '', remedie: watTeDoen }, { ...plek, uitleg }] satisfies Vondst]
    }),
  ]
}

function regelVan(fout: Recordfout, regel: Proefregel): number {
  return fout.regelnummer ?? regel.regelnummer
}

/** "Kies een niveau." wordt een kop zonder punt. */
function zin(regel: string): string {
  return regel.replace(/\.$/, '')
}

/** `a` is het bestand, `b` het register. */
export function uitVergelijking(v: Verschil): Vondst {
  const onderwerp = v.recordsoort === null ? 'student' : v.veld === null ? v.recordsoort : `${v.recordsoort}/${v.veld}`
  const soort = v.soort === 'anders' ? 'verschilt' : v.soort === 'alleen-a' ? 'alleen-bestand' : 'alleen-register'
  const regels = v.regel === null ? [] : [v.regel]
  return [
    { soort, onderwerp, titel: v.veld === null || v.recordsoort === null ? '' : veldnaam(v.recordsoort, v.veld), regels, verwacht: '', remedie: '' },
    {
      ...LEEG, persoon: v.nummer === '' ? null : maskeer(v.nummer), recordsoort: v.recordsoort, veld: v.sleutel === null ? null : zonderNummers(v.sleutel, 80), waarde: v.soort === 'alleen-b' ? null : zonderNummers(v.a, 80),
      register: v.soort === 'alleen-a' ? null : zonderNummers(v.b, 80), uitleg: '', student: v.nummer, aantal: 1, nummer: v.nummer,
    },
  ]
}
