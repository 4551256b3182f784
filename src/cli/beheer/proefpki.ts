/** `leerroute beheer proefpki`: certificaten om te proberen, met een opdracht. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { maakProefpki } from '../../toegang/index.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { leesAantal } from '../kader/invoer.ts'
import { Opdracht } from '../kader/opdracht.ts'
import type { MaakOpdracht } from '../omgeving.ts'

interface Opties {
  readonly naam: readonly string[]
  readonly leveranciers: number
  readonly json?: true
}

export const proefpkiOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('proefpki', {
    uitleg: 'maakt certificaten om te proberen: uitgever, server, leveranciers en intrekkingslijst',
    toelichting: 'In de vorm van PKIoverheid: het OIN staat in serialNumber en begint met 00000099, zodat het nooit van een echte organisatie is. In productie werkt zo een certificaat niet. Het laatste certificaat, ingetrokken.crt, staat op de intrekkingslijst. De sleutels van de uitgevers worden niet bewaard.',
    voorbeelden: [{ regel: 'leerroute beheer proefpki proefpki', uitleg: 'schrijft alles in de nieuwe map proefpki' }],
    json: 'geeft { "map", "clients": [{ "naam", "oin", "vingerafdruk" }] } als JSON',
    codes: { 0: 'geschreven', 2: 'de map bestaat al, of is niet te schrijven' },
  })
    .argument('<map>', 'een map die nog niet bestaat')
    .option('--naam <naam>', 'naam of IP-adres van de server; vaker te geven', (tekst: string, eerdere: readonly string[]) => [...eerdere, tekst], [])
    .option('--leveranciers <aantal>', 'hoeveel leveranciers', leesAantal(1, 50), 2)
    .action(async (map: string, { naam, leveranciers, json }: Opties) => {
      const clients = Array.from({ length: leveranciers }, (_leeg, i) => ({ naam: `leverancier-${i + 1}`, oin: `00000099${String(i + 1).padStart(8, '0')}0000` }))
      const pki = await maakProefpki(new Date(), naam.length === 0 ? ['localhost', '127.0.0.1'] : naam, [...clients, { naam: 'ingetrokken', oin: '00000099999999990000', ingetrokken: true }])
      maakMap(map)
      const schrijf = (bestand: string, inhoud: string): void => writeFileSync(join(map, bestand), inhoud, { mode: bestand.endsWith('.key') ? 0o600 : 0o644, flag: 'wx' })
      schrijf('uitgevers.crt', pki.wortel + pki.uitgever)
      schrijf('intrekkingslijst.crl', pki.lijsten)
      schrijf('server.crt', pki.server.certificaat + pki.uitgever)
      schrijf('server.key', pki.server.sleutel)
      for (const client of pki.clients) {
        schrijf(`${client.naam}.crt`, client.certificaat)
        schrijf(`${client.naam}.key`, client.sleutel)
        schrijf(`${client.naam}.jwks.json`, client.jwks)
      }
      if (json) omgeving.schrijf(`${JSON.stringify({ map, clients: pki.clients.map(({ naam: wie, oin, vingerafdruk }) => ({ naam: wie, oin, vingerafdruk })) })}\n`)
      else omgeving.schrijf(uitleg(map, pki.clients))
    })

/** De opdrachten staan elk op een eigen regel met een streep: zo zijn ze te plakken, hoe smal het scherm ook is. */
function uitleg(map: string, clients: readonly { readonly naam: string; readonly oin: string }[]): string {
  const pad = (bestand: string): string => join(map, bestand)
  const opdracht = (...delen: readonly string[]): string => `  ${delen.join(' \\\n    ')}`
  return `Geschreven in ${map}:\n${clients.map(({ naam, oin }) => `  ${naam}: OIN ${oin}\n`).join('')}
Start de server met een machinepoort:
${opdracht('LEERROUTE_MTLS_POORT=8443', `LEERROUTE_MTLS_CERTIFICAAT=${pad('server.crt')}`, `LEERROUTE_MTLS_SLEUTEL=${pad('server.key')}`, `LEERROUTE_CLIENT_CA=${pad('uitgevers.crt')}`, `LEERROUTE_CLIENT_CRL=${pad('intrekkingslijst.crl')}`, 'npm start')}
Registreer een systeem:
${opdracht('leerroute beheer machine registreer --naam SIS-Proef', `--oin ${clients[0]?.oin ?? ''}`, `--jwks ${pad(`${clients[0]?.naam ?? ''}.jwks.json`)}`)}
`
}

function maakMap(map: string): void {
  try {
    mkdirSync(map)
  } catch (fout) {
    const bestaat = fout instanceof Error && 'code' in fout && fout.code === 'EEXIST'
    throw new VerkeerdGebruik(bestaat ? `${map} bestaat al. Kies een andere map, zodat u geen sleutel overschrijft.` : `${map} is niet te maken. Kies een map waar u mag schrijven.`)
  }
}
