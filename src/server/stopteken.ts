/** Een belofte die uitkomt zodra het proces moet stoppen: op een signaal, of als de starter verdwenen is. */
const POLL_MS = 300
const ONGEDULD_MS = 2_000

/** De tekst zegt waarom. Een tweede signaal na 2 s breekt meteen af; eerder niet, want een terminal stuurt het soms dubbel. */
export function wachtOpStopteken(ouderPid: number | undefined): Promise<string> {
  return new Promise((stop) => {
    let sinds: number | undefined
    const ontvang = (reden: string): void => {
      if (sinds !== undefined && Date.now() - sinds > ONGEDULD_MS) process.exit(3)
      sinds ??= Date.now()
      stop(reden)
    }
    for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signaal, () => ontvang(signaal))
    if (ouderPid === undefined) return
    const poll = setInterval(() => {
      if (process.ppid === ouderPid) return
      clearInterval(poll)
      ontvang('de starter is weg')
    }, POLL_MS)
    poll.unref()
  })
}
