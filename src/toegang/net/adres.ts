import ipaddr from 'ipaddr.js'
import { eis, type Veldfout } from '../../kern/weigering.ts'

/** Of een verzoek naar buiten naar deze computer zelf mag: alleen om te ontwikkelen. */
export interface Adresregels {
  readonly loopbackMag: boolean
}

const LANGSTE_URL = 2_000

/**
 * S-44: alleen https, geen inloggegevens in het adres, en nooit een adres binnen een eigen netwerk. Wat een naam oplevert
 * wordt bij elk verzoek opnieuw bekeken (opzoeker.ts); hier valt alleen af wat nu al niet kan.
 */
export function controleerUrl(tekst: string, regels: Adresregels): readonly Veldfout[] {
  const url = tekst.length <= LANGSTE_URL && URL.canParse(tekst) ? new URL(tekst) : undefined
  if (url === undefined) return eis(false, 'url', 'Dit is geen heel webadres.', 'Geef een adres als https://sis.school.example/leerroute.')
  const ip = leesIp(url.hostname)
  const opDezeComputer = isDezeComputer(url.hostname)
  return [
    ...eis(url.protocol === 'https:' || (url.protocol === 'http:' && regels.loopbackMag && opDezeComputer), 'url', 'Berichten gaan alleen over https.', 'Geef een adres dat begint met https://.', 'S-44'),
    ...eis(url.username === '' && url.password === '', 'url', 'Het adres bevat een naam of wachtwoord.', 'Laat die weg: de handtekening in elk bericht zegt dat het van ons komt.', 'S-44'),
    ...eis(url.hash === '', 'url', 'Het adres heeft een deel na #.', 'Laat dat weg.'),
    ...eis(!(ip !== undefined || opDezeComputer) || magVerbinden(ip ?? '127.0.0.1', regels), 'url', 'Dit adres ligt niet op het openbare internet.', 'Geef een adres dat van buiten te bereiken is.', 'S-44'),
  ]
}

/** Of er een verbinding met dit IP-adres mag: openbaar, of de eigen computer als dat mag. Onleesbaar mag nooit. */
export function magVerbinden(ip: string, regels: Adresregels): boolean {
  if (!ipaddr.isValid(ip)) return false
  // process() maakt van ::ffff:10.0.0.1 weer 10.0.0.1; 6to4, NAT64 en Teredo zijn een eigen soort en vallen dus af.
  const adres = ipaddr.process(ip)
  // ::a.b.c.d (RFC 4291 2.5.5.1, vervallen) is nooit openbaar; ipaddr.js noemt het unicast.
  if (adres instanceof ipaddr.IPv6 && adres.range() === 'unicast' && adres.parts.slice(0, 6).every((deel) => deel === 0)) return false
  const soort = adres.range()
  return soort === 'unicast' || (soort === 'loopback' && regels.loopbackMag)
}

/** Het IP-adres dat letterlijk in een host staat; anders undefined. */
export function leesIp(hostname: string): string | undefined {
  const kaal = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(kaal) ? kaal : undefined
}

/** Of een naam of IP-adres deze computer zelf is. */
export function isDezeComputer(hostname: string): boolean {
  const ip = leesIp(hostname)
  return ip === undefined ? /^(.*\.)?localhost\.?$/.test(hostname) : ipaddr.process(ip).range() === 'loopback'
}
