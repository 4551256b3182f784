/** Het proces van de proefmakelaar. Het krijgt een startbericht van de server, en stopt als de server stopt of verdwijnt. */
import type { MakelaarGestart, MakelaarStart } from './bericht.ts'
import { startMakelaarserver } from './server.ts'

if (process.send === undefined) {
  process.stderr.write('De proefmakelaar start met de server mee: gebruik npm start.\n')
  process.exit(2)
}
// Het kanaal sluit ook als de server zonder waarschuwing verdwijnt: dan blijft hier niets achter.
process.on('disconnect', () => process.exit())
// Ctrl-C gaat naar alle processen van een terminal; de server beslist wanneer hij klaar is.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => process.exit(0))
process.once('message', (start: MakelaarStart) => {
  startMakelaarserver(start).then(
    ({ issuer }) => meld({ soort: 'gestart', issuer }),
    (fout: unknown) => {
      meld({ soort: 'mislukt', waarom: fout instanceof Error ? fout.message : String(fout) })
      process.exitCode = 3
      process.disconnect()
    },
  )
})

function meld(bericht: MakelaarGestart): void {
  process.send?.(bericht)
}
