import { schrijfAudit } from '../../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import { eis, type Veldfout, type Weigering } from '../../../kern/weigering.ts'
import { type Actiecontext, mag } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import { controleerUrl } from '../../net/adres.ts'
import { type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { leesJwks } from '../clientsleutels.ts'
import type { Machineclient, NieuweMachine } from '../machine.ts'
import { leesMachines, slaMachineOp, zetMachineIngetrokken } from '../machine-store.ts'
import { leesOin, magOin } from '../rules/oin.ts'

/** Registreert een systeem van een leverancier (S-26: geen registratie door de client zelf). Alleen het systeem (beheer) mag dit. */
export async function registreerMachine(uitvoerder: Uitvoerder, ctx: Actiecontext, nieuw: NieuweMachine, productie: boolean): Promise<Uitkomst<{ readonly clientId: string }, Weigering>> {
  if (!magBeheren(ctx)) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = controleer(nieuw, productie)
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const clientId = await slaMachineOp(trx, nieuw, ctx.actor.id, ctx.nu)
    await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'registreerMachine', brin: null, deelnemerId: null, object: ['machine', clientId], gegevens: { naam: nieuw.naam, oin: nieuw.oin, methode: nieuw.methode, certificaten: nieuw.vingerafdrukken } })
    return gelukt({ clientId })
  })
}

/** Trekt een client in: zijn tokens gelden bij het volgende verzoek niet meer. Nog een keer verandert niets. */
export async function trekMachineIn(uitvoerder: Uitvoerder, ctx: Actiecontext, clientId: string): Promise<Uitkomst<{ readonly uitkomst: 'ingetrokken' | 'ongewijzigd' }, Weigering>> {
  if (!magBeheren(ctx) || !isUuid(clientId)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const uitkomst = await zetMachineIngetrokken(trx, clientId, ctx.actor.id, ctx.nu)
    if (uitkomst === 'onbekend') return geweigerd({ soort: 'niet-gevonden' })
    if (uitkomst === 'ingetrokken') await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'trekMachineIn', brin: null, deelnemerId: null, object: ['machine', clientId] })
    return gelukt({ uitkomst })
  })
}

/** Alle clients, ook ingetrokken. */
export async function toonMachines(uitvoerder: Uitvoerder, ctx: Actiecontext): Promise<Uitkomst<readonly Machineclient[], Weigering>> {
  if (!magBeheren(ctx)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => gelukt(await leesMachines(trx)))
}

function magBeheren({ actor }: Actiecontext): boolean {
  return mag(actor, 'koppeling:beheren', { brin: '' })
}

const MEESTE_CERTIFICATEN = 20

function controleer({ naam, oin, methode, jwks, jwksUri, vingerafdrukken }: NieuweMachine, productie: boolean): readonly Veldfout[] {
  const gelezen = leesOin(oin)
  const metJwt = methode === 'private_key_jwt'
  return [
    ...eis(naam.trim() !== '' && naam.length <= 200, 'naam', 'Een client heeft een naam van 1 tot en met 200 tekens.', 'Noem de leverancier en het systeem, bijvoorbeeld "Somtoets SIS".'),
    ...eis(gelezen !== undefined, 'oin', 'Een OIN is 20 tekens: een bekend voorvoegsel, een nummer en nullen.', 'Neem het OIN over uit het OIN-register, of gebruik 00000099 met 12 cijfers om te proberen.', 'M-05'),
    ...eis(gelezen === undefined || magOin(gelezen, productie), 'oin', 'Een OIN dat met 00000099 begint is om te proberen en werkt niet in productie.', 'Gebruik het echte OIN van de leverancier.', 'M-05'),
    ...eis(metJwt === ((jwks !== undefined) !== (jwksUri !== undefined)) && (metJwt || (jwks === undefined && jwksUri === undefined)), 'jwks', 'Bij private_key_jwt hoort een lijst met sleutels of het adres daarvan, niet beide; bij tls_client_auth geen van beide.', 'Geef --jwks of --jwks-uri, of kies --methode tls_client_auth met --certificaat.', 'S-26'),
    ...(jwks === undefined ? [] : jwksfouten(jwks)),
    ...(jwksUri === undefined ? [] : controleerUrl(jwksUri, { loopbackMag: !productie }).concat(eis(jwksUri.startsWith('https://'), 'url', 'Sleutels worden alleen over https opgehaald.', 'Geef een adres dat begint met https://.', 'M-08')).map((fout) => ({ ...fout, veld: 'jwksUri' }))),
    ...eis(metJwt || vingerafdrukken.length > 0, 'vingerafdrukken', 'Bij tls_client_auth hoort ten minste een certificaat.', 'Geef --certificaat met het certificaat van de client.', 'M-03'),
    ...eis(vingerafdrukken.length <= MEESTE_CERTIFICATEN && vingerafdrukken.every((tekst) => /^[0-9a-f]{64}$/.test(tekst)) && new Set(vingerafdrukken).size === vingerafdrukken.length, 'vingerafdrukken', 'Een vingerafdruk is SHA-256 in 64 hexadecimale tekens, elke een keer.', 'Geef --certificaat met het certificaat zelf; dan rekenen wij hem uit.', 'M-03'),
  ]
}

function jwksfouten(jwks: unknown): readonly Veldfout[] {
  const gelezen = leesJwks(jwks)
  if (gelezen.ok) return []
  switch (gelezen.reden) {
    case 'geheime-sleutel':
      return eis(false, 'jwks', 'In deze lijst staat een geheime sleutel.', 'Vervang die sleutel meteen, en geef alleen de openbare helft (zonder d).', 'S-26')
    case 'soort-sleutel':
      return eis(false, 'jwks', 'Een sleutel is RSA van ten minste 2048 bits, of EC op P-256, P-384 of P-521.', 'Maak een nieuwe sleutel.', 'S-26')
    case 'geen-jwks':
      return eis(false, 'jwks', 'Dit is geen JWK Set met 1 tot en met 10 sleutels.', 'Geef een JSON-bestand als { "keys": [ ... ] }.', 'S-26')
  }
}
