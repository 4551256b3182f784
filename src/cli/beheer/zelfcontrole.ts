/** `leerroute beheer zelfcontrole`: klopt het register met zijn eigen regels? */
import { controleerRegister, type Controleverslag, type Zelfcontrole } from '../../beslissing/index.ts'
import { laadNormen } from '../../normen/index.ts'
import { getal } from '../getallen.ts'
import { vouw } from '../kader/breedte.ts'
import { leesAantal } from '../kader/invoer.ts'
import { Opdracht } from '../kader/opdracht.ts'
import type { MaakOpdracht } from '../omgeving.ts'
import { maakVoortgang } from '../voortgang.ts'

interface Opties {
  readonly alles?: true
  readonly steekproef: number
  readonly json?: true
}

const TOELICHTING = `Verandert niets, en de server mag doordraaien. Elke controle ziet het register zoals het op een moment was.

Standen, samenhang, audit en outbox worden altijd geheel bekeken. Inhoud, signalen en persoonsnummers worden voor een steekproef van studenten nagerekend; met --alles voor iedereen. De eerste keer na een reservekopie terugzetten: gebruik --alles.`

export const zelfcontroleOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('zelfcontrole', {
    uitleg: 'controleert of het register klopt met zijn eigen regels',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute beheer zelfcontrole', uitleg: 'alle controles, met een steekproef van 500 studenten' },
      { regel: 'leerroute beheer zelfcontrole --alles --json', uitleg: 'rekent elke student na en geeft het verslag als JSON' },
    ],
    json: 'geeft { "bevindingen", "steekproef", "controles": [...] } als JSON',
    codes: { 0: 'alles klopt', 1: 'een of meer bevindingen', 130: 'afgebroken; er is niets veranderd' },
  })
    .option('--alles', 'rekent de inhoud, signalen en persoonsnummers van alle studenten na')
    .option('--steekproef <aantal>', 'hoeveel studenten worden nagerekend', leesAantal(1, 1_000_000), 500)
    .action(({ alles, steekproef, json }: Opties) => omgeving.metRegister(async ({ database, kluis, nu }) => {
      const voortgang = maakVoortgang(omgeving, 'zelfcontrole')
      const moment = nu()
      const verslag = await controleerRegister(database, { nu: moment, kluis }, laadNormen(), {
        steekproef: alles ? null : steekproef, zaad: moment, bijVoortgang: (klaar, totaal) => voortgang.zet(klaar / totaal),
      })
      voortgang.klaar()
      omgeving.schrijf(json ? `${JSON.stringify(verslag)}\n` : vouw(toon(verslag), omgeving.breedte))
      if (verslag.bevindingen > 0) omgeving.eindigMet(1)
    }))

function toon({ bevindingen, steekproef, controles }: Zelfcontrole): string {
  const kop = steekproef === null ? 'Alle studenten nagerekend.' : `Steekproef van ${getal(steekproef)} studenten voor inhoud, signalen en persoonsnummers.`
  const slot = bevindingen === 0 ? 'Alles klopt.' : `${getal(bevindingen)} ${bevindingen === 1 ? 'bevinding' : 'bevindingen'}.`
  return `${[kop, '', ...controles.flatMap(toonControle), '', slot].join('\n')}\n`
}

function toonControle({ naam, wat, bekeken, gevonden, voorbeelden, watTeDoen }: Controleverslag): readonly string[] {
  if (watTeDoen === null) return [`goed  ${naam} (${getal(bekeken)} bekeken)`]
  const meer = gevonden > voorbeelden.length ? [`        en nog ${getal(gevonden - voorbeelden.length)}`] : []
  return [`FOUT  ${naam}: ${getal(gevonden)} van ${getal(bekeken)}`, `      ${wat}`, ...voorbeelden.map((voorbeeld) => `        ${voorbeeld}`), ...meer, `      Wat te doen: ${watTeDoen}`]
}
