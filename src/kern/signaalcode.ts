/** De signalen van keten.md 1.9, met hun niveau. Eigen namen: DUO's codes zijn niet openbaar (ADR 0009). */
export const SIGNAALNIVEAU = {
  'SIG-ROUTE-VOOR-2020': 'fout',
  'SIG-LEERJAAR': 'fout',
  'SIG-ENTREE': 'fout',
  'SIG-GLR-NIVEAU': 'fout',
  'SIG-GLR-LEERWEG': 'fout',
  'SIG-NIVEAU-LEERWEG': 'waarschuwing',
  'SIG-GLR-OORDEEL-ONTBREEKT': 'fout',
  'SIG-SOK-ONTBREEKT': 'fout',
  'SIG-RIO-ONTBREEKT-VO': 'fout',
  'SIG-RIO-ONTBREEKT-MBO': 'fout',
  'SIG-RIO-PARTNER': 'fout',
  'SIG-FASE-ONTBREEKT': 'fout',
  'SIG-ROUTE-ONTBREEKT': 'fout',
  'SIG-FASE-VERSCHIL': 'fout',
  'SIG-ROUTE-VERSCHIL': 'fout',
  'SIG-FASE-AFWIJKEND': 'waarschuwing',
  'SIG-MBO-INSCHRIJVING-ONTBREEKT': 'fout',
  'SIG-VO-UITSCHRIJVING-TE-VROEG': 'fout',
  'SIG-VO-UITSCHRIJVING-MOGELIJK': 'info',
  'SIG-BEKOSTIGBAAR': 'fout',
  'SIG-VERZUIM-16U': 'taak',
  'SIG-VERZUIM-18PLUS-MOGELIJK': 'info',
  'SIG-VERZUIM-OVERDRACHT': 'taak',
  'SIG-VERZUIM-VERKEERDE-PARTIJ': 'fout',
  'SIG-VSV': 'taak',
  'SIG-ABSOLUUT-VERZUIM': 'taak',
  'SIG-MBO-VERKLARING': 'taak',
  'SIG-DLR-VMBO-DIPLOMA-ONTBREEKT': 'info',
  'SIG-GLR-VMBO-DIPLOMA': 'info',
} as const satisfies Record<string, Signaalniveau>

export type Signaalcode = keyof typeof SIGNAALNIVEAU
export type Signaalniveau = 'fout' | 'waarschuwing' | 'taak' | 'info'
export const SIGNAALCODES = Object.keys(SIGNAALNIVEAU) as Signaalcode[]
