/** Een draad die gebieden schrijft. De regio komt als wens binnen; elk bericht is het nummer van een gebied. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Regiowens } from '../maak-student.ts'
import { maakRegio } from '../regio.ts'
import { schrijfGebied } from './schrijf-gebied.ts'

const { wens, map } = workerData as { readonly wens: Regiowens; readonly map: string }
const regio = maakRegio(wens)
if (!regio.ok || parentPort === null) throw new Error('deze draad hoort bij schrijf-regio.ts')
const poort = parentPort
const { waarde } = regio
poort.on('message', (nummer: number) => {
  void schrijfEnMeld(nummer)
})

async function schrijfEnMeld(nummer: number): Promise<void> {
  try {
    const geschreven = await schrijfGebied(waarde, nummer, map)
    poort.postMessage(geschreven)
  } catch (fout) {
    // Beëindigt de draad; de aanroeper hoort dat als `error`.
    setImmediate(() => {
      throw fout
    })
  }
}
