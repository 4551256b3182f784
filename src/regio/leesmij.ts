import type { Kalender } from './plan/index.ts'
import type { Regio } from './regio.ts'
import type { Regiotelling } from './telling.ts'

/** De uitleg die bij een regio in de map komt. Volgt alleen uit de wens en de telling, dus zelfde zaad geeft dezelfde tekst. */
export function maakLeesmij({ wens, kalender, aantalGebieden }: Regio, telling: Regiotelling): string {
  const scholen = telling.recordsoorten['organisatie'] ?? 0
  return `# Een verzonnen regio

Geen school, student of nummer hierin bestaat. De persoonsnummers halen de elfproef, maar worden aan niemand gegeven.

- ${getal(telling.studenten)} studenten in ${getal(aantalGebieden)} ${aantalGebieden === 1 ? 'gebied' : 'gebieden'}, met ${getal(scholen)} besturen en scholen en ${getal(telling.records)} records
- zaad ${wens.zaad}, ${procent(wens.foutenProcent)} met een geplante fout, ${procent(wens.routesProcent)} van de anderen in een leerroute
- peildatum ${kalender.peildatum}; de verwachting geldt op elke dag van ${kalender.jaar}-11-01 tot en met ${kalender.jaar + 1}-07-31

Opnieuw maken geeft dezelfde bytes:

    leerroute genereer --studenten ${wens.studenten} --zaad ${wens.zaad} --peildatum ${kalender.peildatum} --fouten ${wens.foutenProcent} --routes ${wens.routesProcent} --uit MAP

## Wat er in de map staat

| Bestand | Wat |
|---|---|
| \`00-beheer.ndjson\` | schoolvakanties, besturen en scholen; alleen het beheer kan die leveren |
| \`<BRIN>/NN-<jaar>-<ronde>-<BRIN>.ndjson\` | wat die school in ronde NN levert, een record per regel |
| \`regio.json\` | de rondes, de scholen en de bestanden op volgorde, om door een programma te lezen |
| \`geplant.ndjson\` | elk signaal dat moet ontstaan en elk record dat afgekeurd moet worden; niets anders |

## Leveren

Eerst \`00-beheer.ndjson\`, als beheer. Daarna ronde 01 van alle scholen, dan ronde 02, en zo verder tot en met ${String(kalender.laatsteRonde.nummer).padStart(2, '0')}. Elke school levert haar eigen map, met haar
eigen sleutel: een record voor een andere school hoort te worden geweigerd. De beheerder mag alles; levert hij voor de scholen, dan noemt de controle dat verschil. Met een server:

    leerroute beheer koppeling maak --help
    leerroute lever --server ADRES --sleutel-bestand BESTAND MAP/BRIN/*.ndjson

In het ingestelde register zetten, met de dagen waarop de scholen leverden, en daarna nagaan:

    leerroute genereer --studenten ${wens.studenten} --zaad ${wens.zaad} --peildatum ${kalender.peildatum} --fouten ${wens.foutenProcent} --routes ${wens.routesProcent} --register
    leerroute genereer --controleer MAP

${beschrijfInhoud(kalender, telling)}`
}

/** De rondes en de aantallen. */
function beschrijfInhoud(kalender: Kalender, telling: Regiotelling): string {
  return `## Rondes

${kalender.rondes.map(({ nummer, naam, dag }) => `- ${String(nummer).padStart(2, '0')}: ${naam}, ${dag}`).join('\n')}

## Studenten

${tabel('Levensloop', telling.levenslopen)}

## Records

${tabel('Soort', telling.recordsoorten)}

## Verwachte signalen

${tabel('Signaal', telling.signalen)}

## Geplante fouten

${tabel('Fout', telling.misstappen)}

## Records die afgekeurd moeten worden

${tabel('Soort', telling.weigeringen)}
`
}

function tabel(kop: string, tel: Readonly<Record<string, number>>): string {
  const regels = Object.entries(tel)
  if (regels.length === 0) return 'Geen.'
  return [`| ${kop} | Aantal |`, '|---|---:|', ...regels.map(([naam, aantal]) => `| ${naam} | ${getal(aantal)} |`)].join('\n')
}

/** 1234567 wordt 1.234.567. Zelf gemaakt: de taal van een machine mag de bytes niet veranderen. */
function getal(waarde: number): string {
  return String(waarde).replaceAll(/\B(?=(\d{3})+$)/g, '.')
}

function procent(waarde: number): string {
  return `${String(waarde).replace('.', ',')}%`
}
