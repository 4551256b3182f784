import { createServer } from 'node:net'

/**
 * Een poort die nu vrij is, voor PORT=0. De server moet zijn eigen adres kennen voordat hij luistert: het staat in het antwoordadres
 * bij de makelaar. Tussen vragen en luisteren kan een ander hem nemen; dan zegt de start dat de poort bezet is.
 */
export function kiesVrijePoort(host: string): Promise<number> {
  const server = createServer()
  return new Promise((klaar, mis) => {
    server.once('error', mis)
    server.listen(0, host, () => {
      const adres = server.address()
      server.close(() => klaar(typeof adres === 'object' && adres !== null ? adres.port : 0))
    })
  })
}
