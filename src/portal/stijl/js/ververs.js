// Houdt een bladzijde die bezig is bij: haalt haar opnieuw op en zet alleen het bewegende deel erin. Zonder JavaScript is er de link Ververs.
const WACHT_MS = 1500

async function ververs() {
  const hier = document.querySelector('[data-ververs]')
  if (hier === null) return
  try {
    const antwoord = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' })
    const nieuw = new DOMParser().parseFromString(await antwoord.text(), 'text/html').querySelector('[data-ververs]')
    // Klaar, of de sessie is voorbij: dan zegt de hele bladzijde het.
    if (!antwoord.ok || nieuw === null) return location.reload()
    const open = [...hier.querySelectorAll('details[open]')].map(({ id }) => id)
    const focus = document.activeElement?.id
    hier.replaceChildren(...nieuw.childNodes)
    for (const id of open) document.getElementById(id)?.setAttribute('open', '')
    if (focus) document.getElementById(focus)?.focus()
    const melding = document.querySelector('[data-melding]')
    const zin = hier.querySelector('[data-zin]')?.textContent ?? ''
    if (melding !== null && melding.textContent !== zin) melding.textContent = zin
  } catch {
    // Even geen verbinding: straks nog een keer.
  }
  setTimeout(ververs, WACHT_MS)
}
setTimeout(ververs, WACHT_MS)
