/** `leerroute beheer tokenaccounts`: oude accounts met een DUO-token in het register zetten, om ze te laten overstappen. */
import { readFileSync } from 'node:fs'
import { importeerTokenaccounts, leesImportbestand, systeemactor } from '../../toegang/index.ts'
import { leesbaarBestand } from '../kader/bestand.ts'
import { VerkeerdGebruik } from '../kader/einde.ts'
import { Groep, Opdracht } from '../kader/opdracht.ts'
import { zegWeigering } from '../kader/weigering.ts'
import type { MaakOpdracht } from '../omgeving.ts'

export const tokenaccountsGroep: MaakOpdracht = (omgeving) => {
  const groep = new Groep('tokenaccounts', 'zet oude accounts met een DUO-token in het register')
  groep.addCommand(importeerOpdracht(omgeving))
  return groep
}

const importeerOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('importeer', {
    uitleg: 'leest oude accounts uit een bestand en zet ze in het register, allemaal of geen',
    toelichting: 'Het bestand is JSON (een lijst) of CSV met puntkomma\'s en een kopregel. Kolommen: gebruikersnaam, wachtwoordHash (Argon2id met m=19456, t=2, p=1), totp (base32 of otpauth-adres), brin, naam, rollen (met komma\'s, bijvoorbeeld raadplegen,verzuim:21MB) en laatstGebruiktOp. Voor verzonnen accounts mag wachtwoord in plaats van wachtwoordHash.\n\nEen gebruikersnaam die er al is, blijft zoals hij is: een gekoppeld account komt zo nooit terug. Bewaar het bestand niet: er staan geheimen in.',
    voorbeelden: [{ regel: 'leerroute beheer tokenaccounts importeer lindemeer.csv', uitleg: 'zegt hoeveel accounts nieuw zijn' }],
    json: 'geeft { "nieuw", "ongewijzigd" } als JSON',
    codes: { 0: 'alle accounts staan in het register', 2: 'een gegeven klopt niet; er is niets veranderd' },
  })
    .argument('<bestand>', 'JSON of CSV met oude accounts')
    .action((bestand: string, { json }: { readonly json?: true }) => {
      leesbaarBestand(bestand)
      const gelezen = leesImportbestand(readFileSync(bestand, 'utf8'))
      if (!gelezen.ok) throw new VerkeerdGebruik(gelezen.reden)
      return omgeving.metRegister(async (register) => {
        const gezet = await importeerTokenaccounts(register.database, { actor: systeemactor('opdrachtregel'), nu: register.nu(), kluis: register.kluis }, gelezen.waarde)
        if (!gezet.ok) throw new VerkeerdGebruik(metAccountnummer(zegWeigering(gezet.reden)))
        const { nieuw, ongewijzigd } = gezet.waarde
        omgeving.schrijf(json ? `${JSON.stringify({ nieuw, ongewijzigd })}\n` : `${nieuw} ${nieuw === 1 ? 'account' : 'accounts'} nieuw, ${ongewijzigd} ongewijzigd.\n`)
      })
    })

/** `[0].totp` telt vanaf nul; wie een bestand maakt telt accounts vanaf een. */
function metAccountnummer(tekst: string): string {
  return tekst.replaceAll(/^\[(\d+)\]\./gm, (_alles, plaats: string) => `account ${Number(plaats) + 1}, `)
}
