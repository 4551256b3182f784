import { expect, test } from 'vitest'
import { schrijfSecurityTxt } from './security-txt.ts'

test('S-82: security.txt heeft een contact, een einde binnen het jaar en niet binnen dertig dagen, talen en het eigen adres', () => {
  const nu = new Date('2026-11-24T15:30:00Z')
  const tekst = schrijfSecurityTxt({ contact: 'veilig@leerroute.example', basisUrl: 'https://leerroute.example', nu })
  const velden = new Map(tekst.trimEnd().split('\r\n').map((regel) => [regel.split(': ')[0], regel.slice(regel.indexOf(': ') + 2)]))
  expect(velden.get('Contact')).toBe('mailto:veilig@leerroute.example')
  const dagen = (Date.parse(velden.get('Expires') ?? '') - nu.getTime()) / 86_400_000
  expect([dagen > 30, dagen < 365]).toEqual([true, true])
  expect(velden.get('Preferred-Languages')).toBe('nl, en')
  expect(velden.get('Canonical')).toBe('https://leerroute.example/.well-known/security.txt')
})
