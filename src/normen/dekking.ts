import type { Datum } from '../kern/datum.ts'
import { plusDagen } from '../kern/datum.ts'
import type { Normfout } from './bestand.ts'
import type { Parameter } from './opzoeken.ts'
import type { Regeltekst } from './regeltekst.ts'

/**
 * Regels die in regels/ staan maar die de code niet noemt en ook niet uitvoert met een parameter, zonder dat `niet_in_code` zegt waarom.
 * @param broncode de tekst van alle bestanden in src/
 */
export function regelsZonderCode(regels: readonly Regeltekst[], parameters: readonly Parameter[], broncode: string): readonly Normfout[] {
  const metParameter = new Set(parameters.filter((parameter) => vraagtOp(broncode, parameter)).flatMap(({ gebruiktDoor }) => gebruiktDoor))
  return regels
    .filter((regel) => regel.nietInCode === null && !metParameter.has(regel.id) && !noemt(broncode, regel.id))
    .map((regel) => ({
      bestand: `${regel.domein}/regels.yaml`,
      veld: regel.id,
      regel: 'een regel staat in de code of zegt waarom niet',
      herstel: 'noem de regel bij de functie die hem uitvoert, of vul `niet_in_code:` in',
    }))
}

/** Parameters die geen enkele functie opvraagt. */
export function parametersZonderCode(parameters: readonly Parameter[], broncode: string): readonly Normfout[] {
  return parameters
    .filter((parameter) => !vraagtOp(broncode, parameter))
    .map((parameter) => ({
      bestand: `${parameter.naam.replace('/', '/parameters/')}.yaml`,
      veld: '(hele bestand)',
      regel: 'een parameter wordt door de code opgevraagd',
      herstel: `vraag '${parameter.naam}' op in een regel, of verwijder het bestand`,
    }))
}

/** Parameters waarvan de bron langer dan een jaar niet is gelezen. Een lijst voor het werk, geen fout. */
export function teControleren(parameters: readonly Parameter[], vandaag: Datum): readonly Parameter[] {
  const grens = plusDagen(vandaag, -365)
  return parameters.filter((parameter) => parameter.gecontroleerdOp < grens)
}

function vraagtOp(broncode: string, parameter: Parameter): boolean {
  return broncode.includes(`'${parameter.naam}'`)
}

/** Hele nummers: K-DLR-01 zit niet in K-DLR-010. Ook de vorm `K-VSV-02, -03` telt niet als het tweede nummer. */
function noemt(broncode: string, id: string): boolean {
  return new RegExp(`${id}(?!\\d)`).test(broncode)
}
