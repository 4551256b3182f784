import { describe, expect, it } from 'vitest'
import { leesMedewerkers } from '../makelaar/index.ts'
import { maakBegroeting } from './begroeting.ts'
import { leesConfig } from './config.ts'
import { MEDEWERKERS_BESTAND } from './wereld-medewerkers.ts'

const medewerkers = leesMedewerkers(MEDEWERKERS_BESTAND)

function begroet(omgeving: Readonly<Record<string, string>> = {}): string {
  const config = leesConfig(omgeving)
  if (!config.ok) throw new Error('config')
  return maakBegroeting({ config: config.waarde, adres: 'http://127.0.0.1:8080', plaats: 'hier', draaiend: { medewerkers } })
}

describe('de begroeting van npm start', () => {
  it('noemt elke medewerker met organisatie en niveau, en past in 80 kolommen', () => {
    const tekst = begroet()
    for (const { naam, organisatie, niveau } of medewerkers) expect(tekst).toMatch(new RegExp(`${organisatie.naam.replace(/[()]/g, '\\$&')}[\\s\\S]*${naam} +${niveau.replace('+', '\\+')} `))
    expect(tekst.split('\n').filter((regel) => regel.length > 80)).toEqual([])
  })

  it('noemt van wie nog een token heeft gebruikersnaam, wachtwoord en hoe u een code krijgt', () => {
    const tekst = begroet()
    for (const { token } of medewerkers) if (token !== undefined) expect(tekst).toMatch(new RegExp(`${token.gebruikersnaam} +${token.wachtwoord}\n`))
    expect(tekst).toContain('npx leerroute beheer proefcode <gebruikersnaam>')
  })

  it('noemt in productie niemand', () => {
    const tekst = begroet({ LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'https://leerroute.example' })
    expect(medewerkers.filter(({ naam }) => tekst.includes(naam))).toEqual([])
    expect(tekst).not.toContain('proef')
  })
})
