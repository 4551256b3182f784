/** De bladzijde waarop u een verzonnen medewerker kiest. Werkt zonder JavaScript, met een muis, een toetsenbord en een schermlezer. */
import type { Medewerker } from './medewerkers.ts'

const NIVEAU_UITLEG: Readonly<Record<Medewerker['niveau'], string>> = {
  EH1: 'niveau EH1', EH2: 'niveau EH2', 'EH2+': 'niveau EH2+', EH3: 'niveau EH3', EH4: 'niveau EH4',
}

/** `pad`: waar de keuze heen gaat. */
export function keuzebladzijde(medewerkers: readonly Medewerker[], pad: string): string {
  const perOrganisatie = [...Map.groupBy(medewerkers, ({ organisatie }) => organisatie.naam)]
  return bladzijde('Inloggen met eHerkenning (proef)', `
<h1>Inloggen met eHerkenning <span class="proefwoord">(proef)</span></h1>
<p class="lees">Kies als wie u inlogt. U ziet daarna wat deze medewerker bij Leerroute mag.</p>
<form method="post" action="${veilig(pad)}">
${STOPKNOP}
<div class="kolommen">
${perOrganisatie.map(([naam, mensen], i) => `<section aria-labelledby="organisatie-${i}">
<h2 id="organisatie-${i}">${veilig(naam)}</h2>
<ul>
${mensen.map(keuze).join('\n')}
</ul>
</section>`).join('\n')}
</div>
</form>`)
}

/** Voor de lijst: wie met een toetsenbord werkt hoeft niet langs iedereen om te stoppen. */
const STOPKNOP = '<p class="stop"><button class="rustig" type="submit" name="annuleer" value="ja">Stop met inloggen</button></p>'

function keuze({ id, naam, functie, niveau, intermediair, vestigingsnummer, toelichting }: Medewerker): string {
  const werk = intermediair === undefined ? functie : `${functie} bij ${intermediair.naam}`
  const extra = [
    intermediair === undefined ? undefined : 'werkt namens deze organisatie met een ketenmachtiging',
    vestigingsnummer === undefined ? undefined : `machtiging voor vestiging ${vestigingsnummer}`,
    toelichting,
  ].filter((tekst) => tekst !== undefined)
  return `<li><button type="submit" name="medewerker" value="${veilig(id)}"><span class="naam">${veilig(naam)}</span><span class="niveau">${NIVEAU_UITLEG[niveau]}</span>`
    + `<span class="werk">${veilig(werk)}</span>${extra.map((tekst) => `<span class="extra">${veilig(hoofdletter(tekst))}</span>`).join('')}</button></li>`
}

/** Als er iets misgaat: zonder gegevens van het verzoek. */
export function foutbladzijde(): string {
  return bladzijde('Deze inlog kan niet verder', `
<h1>Deze inlog kan niet verder</h1>
<p class="lees">De inlog is verlopen of het adres klopt niet. Ga terug naar Leerroute en begin opnieuw.</p>`)
}

function bladzijde(titel: string, inhoud: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${veilig(titel)}</title>
<link rel="stylesheet" href="/stijl.css">
</head>
<body>
<header><p class="breedte"><strong>Proefmakelaar</strong> <span>Dit is geen echte eHerkenning. Alle mensen en organisaties zijn verzonnen.</span></p></header>
<main class="breedte">${inhoud}
</main>
</body>
</html>
`
}

export function veilig(tekst: string): string {
  return tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`)
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1)
}

/** Geel met een zwarte rand is in dit ontwerp een waarschuwing: zo lijkt deze bladzijde nooit op een echte inlog. */
export const STIJL = `@font-face{font-family:"Source Sans 3";font-weight:400;font-display:swap;src:url(/letter-400.woff2) format("woff2")}
@font-face{font-family:"Source Sans 3";font-weight:600;font-display:swap;src:url(/letter-600.woff2) format("woff2")}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:#fff;color:#17262b;font:400 17px/26px "Source Sans 3","Source Sans Pro",system-ui,sans-serif;overflow-wrap:break-word}
header{background:#ffd43b;border-bottom:3px solid #17262b}
header p{margin:0 auto;padding-block:12px}
header strong{font-weight:600;margin-right:8px}
.breedte{max-width:1192px;margin-inline:auto;padding-inline:16px}
main{padding-block:32px 64px}
h1{font-size:36px;line-height:42px;font-weight:600;letter-spacing:-.012em;margin:0 0 12px;text-wrap:balance}
.proefwoord{white-space:nowrap}
h2{font-size:19px;line-height:26px;font-weight:600;margin:0 0 8px}
section{break-inside:avoid;padding-top:32px}
p{margin:0}
.lees{font-size:19px;line-height:30px;max-width:75ch}
ul{list-style:none;margin:0;padding:0;border-top:1px solid #6b7a7d}
li{border-bottom:1px solid #d3dad8}
button{font:inherit;color:inherit;background:none;cursor:pointer;border:0}
li button{display:grid;grid-template-columns:1fr auto;column-gap:16px;width:100%;min-height:52px;padding:12px 8px;text-align:left}
li button:hover{background:#dfece8}
.naam{font-weight:600;color:#0f5450;text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:1px}
.niveau{align-self:start;border:1px solid #6b7a7d;border-radius:4px;padding-inline:8px;font-size:15px;line-height:24px;white-space:nowrap}
.werk,.extra{grid-column:1/-1;color:#475860;font-size:15px;line-height:22px}
.stop{margin-top:16px}
.rustig{min-height:44px;padding:0 20px;border:2px solid #0f5450;border-radius:4px;color:#0f5450;font-weight:600}
.rustig:hover{background:#dfece8}
button:focus-visible{outline:3px solid #17262b;outline-offset:2px;box-shadow:inset 0 0 0 2px #ffd43b}
@media (min-width:900px){.kolommen{columns:2;column-gap:48px}}
@media (max-width:480px){h1{font-size:28px;line-height:34px}li button{grid-template-columns:1fr}.niveau{justify-self:start;margin-block:4px}.rustig{width:100%}}
`
