/** `leerroute beheer proefcode`: de code die nu op het verzonnen DUO-token van een verzonnen medewerker staat. */
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { leesMedewerkers } from '../../makelaar/index.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { Opdracht } from '../kader/opdracht.ts'
import type { MaakOpdracht } from '../omgeving.ts'

const MEDEWERKERS_BESTAND = join(import.meta.dirname, '..', '..', '..', 'wereld', 'medewerkers.yaml')

export const proefcodeOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('proefcode', {
    uitleg: 'toont de eenmalige code van een verzonnen DUO-token, om de overstap te proberen',
    toelichting: 'Leest wereld/medewerkers.yaml en niet het register: van een echt account is zo geen code te krijgen. Een code werkt een keer; vraag voor een tweede poging een nieuwe.',
    voorbeelden: [{ regel: 'leerroute beheer proefcode rachterberg', uitleg: 'de code van Ruben Achterberg' }],
    json: 'geeft { "gebruikersnaam", "code", "secondenGeldig" } als JSON',
    codes: { 0: 'de code staat op stdout', 2: 'geen verzonnen medewerker met een token heet zo' },
  })
    .argument('<gebruikersnaam>', 'zoals npm start hem noemt')
    .action((gebruikersnaam: string, { json }: { readonly json?: true }) => {
      const tokens = leesMedewerkers(MEDEWERKERS_BESTAND).flatMap(({ token }) => token ?? [])
      const token = tokens.find((een) => een.gebruikersnaam === gebruikersnaam.trim().toLowerCase())
      if (token === undefined) throw new VerkeerdGebruik(`"${gebruikersnaam}" is geen gebruikersnaam van een verzonnen medewerker met een token. Kies uit: ${tokens.map((een) => een.gebruikersnaam).join(', ')}.`)
      const generator = new TOTP({ secret: Secret.fromBase32(token.totp) })
      const [code, secondenGeldig] = [generator.generate(), Math.ceil(generator.remaining() / 1000)]
      omgeving.schrijf(json ? `${JSON.stringify({ gebruikersnaam: token.gebruikersnaam, code, secondenGeldig })}\n` : `${code}  (nog ${secondenGeldig} ${secondenGeldig === 1 ? 'seconde' : 'seconden'})\n`)
    })
