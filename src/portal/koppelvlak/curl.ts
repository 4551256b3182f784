import type { Operatie } from './document.ts'

/** Een opdracht om te plakken; de sleutel komt uit een omgevingsvariabele, zodat hij niet in de geschiedenis van de shell staat. */
export function curlVan(operatie: Operatie, adres: string): string {
  const { methode, parameters, inhoud, metSleutel } = operatie
  const [eerste] = inhoud
  const koppen = [
    ...(metSleutel ? [`-H "Authorization: Bearer $LEERROUTE_SLEUTEL"`] : []),
    ...parameters.filter((een) => een.in === 'header' && een.verplicht).map(({ naam, voorbeeld }) => `-H ${citaat(`${naam}: ${voorbeeld}`)}`),
    ...(eerste === undefined ? [] : [`-H ${citaat(`Content-Type: ${eerste.mediatype}`)}`]),
  ]
  const lichaam = eerste === undefined ? [] : eerste.mediatype === 'application/json' ? [`-d ${citaat(JSON.stringify(JSON.parse(eerste.voorbeeld ?? '{}')))}`] : ['--data-binary @levering.bestand']
  return [`curl${methode === 'GET' ? '' : ` -X ${methode}`} ${citaat(adres + ingevuldPad(operatie))}`, ...koppen, ...lichaam].join(' \\\n  ')
}

/** Het pad met de voorbeelden erin, en de verplichte delen van de vraag. */
function ingevuldPad({ pad, parameters }: Operatie): string {
  const met = parameters.filter((een) => een.in === 'path').reduce((tot, { naam, voorbeeld }) => tot.replace(`{${naam}}`, encodeURIComponent(voorbeeld)), pad)
  const vraag = new URLSearchParams(parameters.filter((een) => een.in === 'query' && een.verplicht).map(({ naam, voorbeeld }) => [naam, voorbeeld])).toString()
  return vraag === '' ? met : `${met}?${vraag}`
}

function citaat(tekst: string): string {
  return `'${tekst.replaceAll("'", `'\\''`)}'`
}
