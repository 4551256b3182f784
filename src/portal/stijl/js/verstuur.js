// Stuurt de bezoeker door naar zijn eHerkenningsleverancier; zonder JavaScript staat er een knop.
document.querySelector('form[data-verstuur]')?.submit()
