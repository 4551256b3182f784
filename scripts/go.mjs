// De ingang van `npm start`, `npm test` en `npx leerroute`. Dit bestand moet ook op een oude Node te lezen zijn,
// zodat die een duidelijke melding geeft in plaats van een syntaxfout: geen import bovenaan, geen nieuwe taalvormen.
var versie = process.versions.node.split('.').map(Number)
var oudGenoeg = versie[0] > 20 || (versie[0] === 20 && versie[1] >= 19)

if (!oudGenoeg) {
  console.error(
    'Leerroute heeft Node.js 20.19 of nieuwer nodig om te starten; dit is ' + process.versions.node + '.\n' +
      'Installeer een nieuwere versie van https://nodejs.org en probeer opnieuw.'
  )
  process.exitCode = 2
} else {
  import('./starter.mjs').then(function (starter) {
    return starter.voerUit(process.argv.slice(2))
  }).then(function (code) {
    process.exit(code)
  }, function (fout) {
    console.error(fout && fout.message ? fout.message : fout)
    process.exit(3)
  })
}
