/** Wat `npm start` laat zien als alles klaar is. */
import type { Config } from './config.ts'

export interface Begroetbaar {
  /** De mensen als wie u in de proefomgeving kunt kijken; leeg in productie. */
  identiteiten(): Promise<readonly { readonly naam: string; readonly rol: string; readonly organisatie: string; readonly sleutel: string }[]>
}

export interface Gegroet {
  readonly config: Config
  readonly adres: string
  readonly plaats: string
  readonly draaiend: Begroetbaar
}

/** Adressen en proefidentiteiten als tekst voor een terminal van 80 tekens of meer. */
export async function maakBegroeting({ config, adres, plaats, draaiend }: Gegroet): Promise<string> {
  const identiteiten = config.modus === 'productie' ? [] : await draaiend.identiteiten()
  const breedte = Math.max(0, ...identiteiten.map(({ naam }) => naam.length))
  const mbo = identiteiten.find(({ rol }) => rol.includes('studentenadministratie'))
  const regels = [
    '',
    `  Leerroute is klaar:  ${adres}`,
    '',
    `  Voor systemen        ${adres}/v1/docs`,
    `  Gereed?              ${adres}/readyz`,
    `  Gegevens             ${plaats}`,
    ...(identiteiten.length === 0 ? [] : ['', '  Alle scholen en personen zijn verzonnen. Kies op de eerste bladzijde wie u bent:']),
    ...identiteiten.map(({ naam, rol, organisatie }) => `    ${naam.padEnd(breedte)}  ${rol.endsWith(organisatie) ? rol : `${rol}, ${organisatie}`}`),
    ...(mbo === undefined ? [] : ['', `  Sleutel om REST te proberen: proef-${mbo.sleutel}`]),
    '',
    '  Stoppen: Ctrl-C',
    '',
  ]
  return regels.join('\n')
}
