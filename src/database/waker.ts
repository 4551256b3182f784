/**
 * Een PostgreSQL die niemand meer gebruikt mag niet blijven draaien, ook niet na kill -9 van zijn gebruiker. De waker is een
 * kleine shell buiten onze procesgroep. Hij slaapt op een pijp; die sluit zodra wij er niet meer zijn, hoe dan ook.
 */
import { spawn } from 'node:child_process'

/** Start de waker voor dit proces en geeft de functie die hem weer wegstuurt: na een gewone stop is er niets te doen. */
export function startWaker(dataMap: string, slot: string, cluster: string): () => void {
  const waker = spawn('/bin/sh', ['-c', SCRIPT, 'leerroute-waker', dataMap, slot, cluster], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: { PATH: '/usr/bin:/bin' } })
  // Zonder waker werkt alles; alleen blijft PostgreSQL dan na kill -9 staan tot de volgende start.
  waker.on('error', () => undefined)
  waker.stdin.on('error', () => undefined)
  waker.unref()
  if ('unref' in waker.stdin && typeof waker.stdin.unref === 'function') waker.stdin.unref()
  return () => void waker.kill('SIGKILL')
}

/**
 * Neemt hetzelfde slot als scripts/slot.mjs (link van een heel bestand), zodat hij nooit stopt wat een nieuwe start net overneemt.
 * De pijp sluit iets eerder dan het proces weg is, daarom wacht hij even; een proces dat al dood is maar nog niet opgeruimd
 * (toestand Z) telt niet als levend.
 */
const SCRIPT = `
leeft() { kill -0 "$1" 2>/dev/null && ! grep -q '^State:[[:space:]]*[ZX]' "/proc/$1/status" 2>/dev/null; }
read -r _ || :
sleep 0.5
poging=0
while [ "$poging" -lt 150 ]; do
  printf '{"pid":%s}' "$$" > "$2.waker.$$" || exit 0
  if ln "$2.waker.$$" "$2" 2>/dev/null; then
    rm -f "$2.waker.$$"
    for gebruiker in "$1"/gebruikers/*.json; do
      pid=$(sed -n 's/.*"pid":\\([0-9][0-9]*\\).*/\\1/p' "$gebruiker" 2>/dev/null)
      if [ -n "$pid" ] && leeft "$pid"; then rm -f "$2"; exit 0; fi
    done
    pid=$(head -n 1 "$3/postmaster.pid" 2>/dev/null)
    if [ -n "$pid" ] && tr '\\0' '\\n' < "/proc/$pid/cmdline" 2>/dev/null | grep -qxF -- "$3"; then
      kill -INT "$pid" 2>/dev/null
      while [ "$poging" -lt 150 ] && leeft "$pid"; do sleep 0.2; poging=$((poging + 1)); done
    fi
    rm -f "$2"
    exit 0
  fi
  rm -f "$2.waker.$$"
  sleep 0.2
  poging=$((poging + 1))
done
`
