// Waarschuwt twee minuten voor het einde van de sessie, en verlengt haar als iemand dat wil (S-72). Zonder JavaScript eindigt zij zoals altijd.
const balk = document.querySelector('[data-sessie]')
if (balk !== null) {
  const [zin, knop] = [balk.querySelector('p'), balk.querySelector('button')]
  let klok
  const wacht = () => {
    balk.hidden = true
    clearTimeout(klok)
    klok = setTimeout(() => { balk.hidden = false }, Number(balk.dataset.sessie) * 1000)
  }
  knop.addEventListener('click', async () => {
    const antwoord = await fetch('/sessies', { cache: 'no-store', redirect: 'manual' }).catch(() => null)
    if (antwoord?.ok) return wacht()
    // De bladzijde blijft staan: wat getypt is, is nog te zien en over te nemen.
    zin.textContent = balk.dataset.voorbij
    knop.remove()
  })
  wacht()
}
