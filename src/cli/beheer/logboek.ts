/** `leerroute beheer controleer-logboek`: is er aan de audit geknoeid? */
import { existsSync } from 'node:fs'
import { controleerLogboek, controlesleutelsVan, type Logboekcontrole } from '../../logboek/index.ts'
import { getal } from '../getallen.ts'
import { vouw } from '../kader/breedte.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { Opdracht } from '../kader/opdracht.ts'
import type { MaakOpdracht } from '../omgeving.ts'
import { maakVoortgang } from '../voortgang.ts'

interface Opties {
  readonly controlepunten?: string
  readonly json?: true
}

const TOELICHTING = `Rekent elke regel van de audit na: veranderde, gewiste, verplaatste en tussengevoegde regels vallen op. Met de ondertekende controlepunten, die buiten de database staan, valt ook op dat regels aan het eind gewist of herschreven zijn.

Verandert niets, en de server mag doordraaien. Bewaar een kopie van de controlepunten waar een databasebeheerder niet bij kan.`

export const controleerLogboekOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('controleer-logboek', {
    uitleg: 'controleert of er aan de audit geknoeid is',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute beheer controleer-logboek', uitleg: 'met de controlepunten van deze server' },
      { regel: 'leerroute beheer controleer-logboek --controlepunten /veilig/controlepunten.jsonl', uitleg: 'met een kopie die ergens anders bewaard is' },
    ],
    json: 'geeft de tellingen en { "bevindingen": [{ "soort", "plaats", "uitleg" }] } als JSON',
    codes: { 0: 'alles klopt', 1: 'er is iets veranderd of gewist; de uitvoer zegt wat en waar', 2: 'de kopie bestaat niet' },
  })
    .option('--controlepunten <bestand>', 'een ander bestand met controlepunten')
    .action(({ controlepunten, json }: Opties) => omgeving.metRegister(async ({ database, logboek }) => {
      if (logboek === undefined) throw new VerkeerdGebruik('Zonder sleutelbestand zijn de controlepunten niet te controleren.')
      // Een verkeerd getypte naam is geen geknoei: dat zou iedereen bij de database weghouden.
      if (controlepunten !== undefined && !existsSync(controlepunten)) throw new VerkeerdGebruik(`${controlepunten} bestaat niet. Controleer de naam van de kopie.`)
      const voortgang = maakVoortgang(omgeving, 'audit narekenen')
      const uitkomst = await controleerLogboek(database, {
        controlepunten: controlepunten ?? logboek.controlepunten, sleutels: controlesleutelsVan(logboek.sleutels.controlepunten.sleutels), opVoortgang: voortgang.zet,
      })
      voortgang.klaar()
      omgeving.schrijf(json ? `${JSON.stringify(uitkomst)}\n` : vouw(toon(uitkomst), omgeving.breedte, 4))
      if (uitkomst.gevonden > 0) omgeving.eindigMet(1)
    }))

function aantal(n: number, een: string, meer = `${een}s`): string {
  return `${getal(n)} ${n === 1 ? een : meer}`
}

function toon({ regels, vanVoorDeKeten, controlepunten, laatsteControlepunt, nogNietBevestigd, bevindingen, gevonden }: Logboekcontrole): string {
  const kop = [
    `${aantal(regels, 'regel')} nagerekend, ${aantal(controlepunten, 'controlepunt', 'controlepunten')}${laatsteControlepunt === null ? '' : `, het laatste van ${laatsteControlepunt.slice(0, 16).replace('T', ' ')} UTC`}.`,
    ...(vanVoorDeKeten > 0 ? [`Van voor de keten: ${aantal(vanVoorDeKeten, 'regel')}. Daarvan is alleen bekeken of het er nog evenveel zijn en of ze hetzelfde zijn.`] : []),
    ...(nogNietBevestigd > 0 ? [`Van na het laatste controlepunt: ${aantal(nogNietBevestigd, 'regel')}. Dat klopt, en het volgende controlepunt bevestigt het.`] : []),
  ]
  const fouten = bevindingen.flatMap(({ soort, plaats, uitleg }) => [`FOUT  ${plaats} (${soort})`, `      ${uitleg}`])
  const meer = gevonden > bevindingen.length ? [`      en nog ${getal(gevonden - bevindingen.length)}`] : []
  const slot = gevonden === 0 ? ['Alles klopt.'] : [`${getal(gevonden)} ${gevonden === 1 ? 'bevinding' : 'bevindingen'}. Wat te doen: laat niemand meer bij de database, bewaar haar zoals zij is, en vergelijk met een reservekopie (docs/beheer/logboek.md).`]
  return `${[...kop, '', ...fouten, ...meer, ...slot].join('\n')}\n`
}
