/** Een persoonsnummer in ROD: burgerservicenummer of onderwijsnummer, 9 cijfers met voorloopnullen (K-BRN-03). */
const NEGEN_CIJFERS = /^[0-9]{9}$/
const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const
const REST_ONDERWIJSNUMMER = 5

/** K-BRN-03: de elfproef van het BSN. Negen nullen is geen nummer. Bron: PvE 13.5.2. */
export function isBsn(tekst: string): boolean {
  return NEGEN_CIJFERS.test(tekst) && tekst !== '000000000' && elfrest(tekst) === 0
}

/** K-BRN-03: een onderwijsnummer heeft dezelfde gewichten, maar rest 5. Het PvE noemt de rest niet; afgeleid uit openbare broncode. */
export function isOnderwijsnummer(tekst: string): boolean {
  return NEGEN_CIJFERS.test(tekst) && elfrest(tekst) === REST_ONDERWIJSNUMMER
}

function elfrest(tekst: string): number {
  const som = GEWICHTEN.reduce((totaal, gewicht, i) => totaal + gewicht * Number(tekst[i]), 0)
  return ((som % 11) + 11) % 11
}
