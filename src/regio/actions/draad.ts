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
  // Een fout onderweg beëindigt de draad; de aanroeper hoort dat als `error`.
  void schrijfGebied(waarde, nummer, map).then((geschreven) => poort.postMessage(geschreven), (fout: unknown) => setImmediate(() => { throw fout }))
})
