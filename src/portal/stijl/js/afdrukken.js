// De enige regel script van het portaal: zonder JavaScript blijft de knop verborgen en drukt de browser zelf af.
for (const knop of document.querySelectorAll('[data-afdrukken]')) {
  knop.hidden = false
  knop.addEventListener('click', () => window.print())
}
