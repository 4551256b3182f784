import type { Logniveau, Logregel } from './logregel.ts'
import { foutAlsTekst } from './veilig.ts'

/** Een logregel om op een terminal te lezen; de tijd is die van de computer zelf. */
export function regelAlsTekst(niveau: Logniveau, regel: Logregel, nu: Date): string {
  const tijd = [nu.getHours(), nu.getMinutes(), nu.getSeconds()].map((deel) => String(deel).padStart(2, '0')).join(':')
  return `${tijd} ${MERK[niveau]}${inhoud(regel)}`
}

const MERK: Readonly<Record<Logniveau, string>> = { fout: 'FOUT ', waarschuwing: '', info: '', fijn: '' }

function inhoud(regel: Logregel): string {
  switch (regel.soort) {
    case 'verzoek':
      return `${regel.methode} ${regel.route} ${regel.status} ${regel.ms} ms [${regel.kenmerk}]${regel.aanroeper === null ? '' : ` ${regel.aanroeper}`}`
    case 'werk':
      return `${regel.naam}: ${regel.aantal} in ${regel.ms} ms`
    case 'storing':
      return `Storing ${regel.kenmerk}: ${foutAlsTekst(regel.fout)}`
    case 'beveiliging':
      return `Beveiliging ${regel.kenmerk}: ${regel.voorval} (${regel.code})`
    case 'melding':
      return regel.bericht
  }
}
