// De documentatie van het koppelvlak: kopieren en "Probeer het". Zonder JavaScript blijven de knoppen verborgen.
const velden = (waar, kenmerk) => [...waar.querySelectorAll(`[${kenmerk}]`)]

for (const knop of velden(document, 'data-kopieer')) {
  if (!navigator.clipboard) break
  knop.hidden = false
  knop.addEventListener('click', async () => {
    await navigator.clipboard.writeText(knop.closest('.codeblok').querySelector('code').textContent)
    knop.textContent = 'Gekopieerd'
    setTimeout(() => { knop.textContent = 'Kopieer' }, 2000)
  })
}

// Een sleutel geldt voor de hele bladzijde; hij wordt nergens bewaard.
const sleutels = velden(document, 'data-sleutel')
for (const veld of sleutels) veld.addEventListener('input', () => { for (const ander of sleutels) ander.value = veld.value })

for (const blok of velden(document, 'data-probeer')) {
  blok.hidden = false
  const formulier = blok.querySelector('form')
  formulier.addEventListener('submit', (gebeurtenis) => {
    gebeurtenis.preventDefault()
    void verstuur(formulier, blok.querySelector('[data-uitkomst]'))
  })
}

async function verstuur(formulier, uitkomst) {
  uitkomst.textContent = 'Bezig ...'
  const begin = performance.now()
  try {
    const antwoord = await fetch(adresVan(formulier), { method: formulier.dataset.methode, headers: koppenVan(formulier), body: inhoudVan(formulier), credentials: 'omit', cache: 'no-store' })
    const tekst = await antwoord.text()
    toon(uitkomst, antwoord, tekst, Math.round(performance.now() - begin))
  } catch (fout) {
    uitkomst.textContent = `Het verzoek is niet verstuurd: ${fout instanceof Error ? fout.message : String(fout)}`
  }
}

function adresVan(formulier) {
  let pad = `/v1${formulier.dataset.pad}`
  const vraag = new URLSearchParams()
  for (const { dataset, value } of velden(formulier, 'data-in')) {
    if (dataset.in === 'path') pad = pad.replace(`{${dataset.naam}}`, encodeURIComponent(value))
    if (dataset.in === 'query' && value !== '') vraag.append(dataset.naam, value)
  }
  return vraag.size > 0 ? `${pad}?${vraag}` : pad
}

function koppenVan(formulier) {
  const koppen = { accept: '*/*' }
  const sleutel = formulier.querySelector('[data-sleutel]')?.value.trim()
  if (sleutel) koppen.authorization = `Bearer ${sleutel}`
  const mediatype = formulier.querySelector('[data-mediatypekeuze]')?.value ?? formulier.dataset.mediatype
  if (mediatype !== '') koppen['content-type'] = mediatype
  for (const { dataset, value } of velden(formulier, 'data-in')) {
    if (dataset.in !== 'header') continue
    if (dataset.naam === 'Idempotency-Key') koppen[dataset.naam] = value || crypto.randomUUID()
    else if (value !== '') koppen[dataset.naam] = value
  }
  return koppen
}

function inhoudVan(formulier) {
  return formulier.querySelector('[data-bestand]')?.files?.[0] ?? formulier.querySelector('[data-inhoud]')?.value
}

function toon(uitkomst, antwoord, tekst, ms) {
  const kop = document.createElement('p')
  const status = document.createElement('strong')
  status.textContent = `${antwoord.status} ${antwoord.ok ? 'gelukt' : 'niet gelukt'}`
  kop.append(status, ` in ${ms} ms`)
  const koppen = [...antwoord.headers].map(([naam, waarde]) => `${naam}: ${waarde}`).join('\n')
  uitkomst.replaceChildren(kop, blokVan('Koppen van het antwoord', koppen), ...(tekst === '' ? [] : [blokVan('Inhoud van het antwoord', netjes(tekst))]))
}

function netjes(tekst) {
  try {
    return JSON.stringify(JSON.parse(tekst), null, 2)
  } catch {
    return tekst.slice(0, 20_000)
  }
}

function blokVan(naam, inhoud) {
  const blok = document.createElement('div')
  blok.className = 'codeblok'
  const kop = document.createElement('div')
  kop.className = 'codeblok__kop'
  kop.textContent = naam
  const pre = document.createElement('pre')
  pre.tabIndex = 0
  pre.setAttribute('role', 'group')
  pre.setAttribute('aria-label', naam)
  pre.textContent = inhoud
  blok.append(kop, pre)
  return blok
}
