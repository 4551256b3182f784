/** Betrouwbaarheidsniveaus van eHerkenning, van laag naar hoog. `EH2+` laat zich niet als tekst of cijfer vergelijken. Bron: toegang.md 1.1. */
export const NIVEAUS = ['EH1', 'EH2', 'EH2+', 'EH3', 'EH4'] as const

export type Betrouwbaarheidsniveau = (typeof NIVEAUS)[number]

/** K-EH-01, A-10: het laagste niveau waarmee iemand binnenkomt. */
export const VEREIST_NIVEAU: Betrouwbaarheidsniveau = 'EH3'

const URNS: Readonly<Record<string, Betrouwbaarheidsniveau>> = {
  'urn:etoegang:core:assurance-class:loa1': 'EH1',
  'urn:etoegang:core:assurance-class:loa2': 'EH2',
  'urn:etoegang:core:assurance-class:loa2plus': 'EH2+',
  'urn:etoegang:core:assurance-class:loa3': 'EH3',
  'urn:etoegang:core:assurance-class:loa4': 'EH4',
}

/** Het niveau bij een URN van het stelsel; undefined bij elke andere tekst, ook bij een die er op lijkt. */
export function niveauVanUrn(urn: string): Betrouwbaarheidsniveau | undefined {
  return Object.hasOwn(URNS, urn) ? URNS[urn] : undefined
}

/** waar als `behaald` ten minste `vereist` is. */
export function isTenMinste(behaald: Betrouwbaarheidsniveau, vereist: Betrouwbaarheidsniveau): boolean {
  return NIVEAUS.indexOf(behaald) >= NIVEAUS.indexOf(vereist)
}
