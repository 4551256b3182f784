import { kiesUit, schrijfTbgiRecord, TBGI_KOP, TBGI_SLOT, type NietGeschreven, type Overzichtpersoon, type Overzichtstudent } from '../../bron/index.ts'
import { bepaalTeldata, tbgiDiploma, tbgiInschrijving } from '../rules/grondslagwaarden.ts'
import { besluiter, bepaaldOp, laadDossiers } from './export-besluiten.ts'
import { inGroepen, laadGroep, Teller, type Exportwerk, type Geschreven } from './exportwerk.ts'

/** In een TBG-i staan eerst alle inschrijvingen en dan alle diploma's (PvE 16.4); daarom twee rondes. */
const DEEL_INSCHRIJVINGEN = 0.85

export async function schrijfTbgi(werk: Exportwerk): Promise<Geschreven> {
  const { uit } = werk
  const tel = { tellingen: new Teller(), nietGeschreven: new Teller(), leeg: new Teller(), onbekend: new Teller(), regels: 0, studenten: 0 }
  await uit.schrijf(TBGI_KOP)
  const metDiploma = await schrijfInschrijvingen(werk, tel)
  await schrijfDiplomas({ ...werk, studenten: metDiploma }, tel)
  await uit.schrijf(TBGI_SLOT)
  return {
    regels: tel.regels, studenten: tel.studenten, tellingen: tel.tellingen.aantallen, nietGeschreven: tel.nietGeschreven.aantallen,
    leeg: tel.leeg.aantallen, onbekend: tel.onbekend.aantallen,
  }
}

interface Telling {
  readonly tellingen: Teller
  readonly nietGeschreven: Teller
  readonly leeg: Teller
  readonly onbekend: Teller
  regels: number
  studenten: number
}

/** Geeft de studenten die ook een diploma in het bestand hebben. */
async function schrijfInschrijvingen(werk: Exportwerk, tel: Telling): Promise<readonly Overzichtstudent[]> {
  const { plan, uit, normen } = werk
  const bepaald = bepaaldOp(werk.nu)
  const metDiploma: Overzichtstudent[] = []
  const laad = async (groep: readonly Overzichtstudent[]) => ({ personen: await laadGroep(werk, groep), dossiers: await laadDossiers(werk, groep) })
  for await (const { personen, dossiers } of inGroepen(werk, laad, [0, DEEL_INSCHRIJVINGEN])) {
    let blok = ''
    for (const persoon of personen) {
      const gekozen = kiesUit(persoon, plan.venster)
      const dossier = dossiers.get(persoon.deelnemerId)
      if (gekozen === undefined) continue
      const reden = redenNietTeSchrijven(persoon, plan.soepel)
      if (reden !== undefined || dossier === undefined) {
        tel.nietGeschreven.tel(reden ?? 'alleen-schuilnummer')
        continue
      }
      tel.studenten++
      if (gekozen.diplomas.length > 0) metDiploma.push(persoon)
      const besluitOp = besluiter(dossier, normen)
      for (const i of gekozen.inschrijvingen) {
        const teldata = bepaalTeldata(i, plan.teldata, dossier, besluitOp)
        for (const { periode, oordeel } of teldata) {
          tel.tellingen.tel('Teldatum')
          if (periode.niveau === null) tel.leeg.tel('Teldatum/Niveau')
          if (oordeel.status !== false) tel.leeg.tel('Teldatum/InschrijvingVoorCorrectiefactor')
          if (oordeel.onbekend !== null) tel.onbekend.tel(oordeel.onbekend)
        }
        tel.tellingen.tel('Inschrijving')
        tel.regels++
        blok += schrijfTbgiRecord('inschrijving', tbgiInschrijving(persoon, i, teldata, bepaald), plan.stijl)
      }
    }
    if (blok !== '') await uit.schrijf(blok)
  }
  return metDiploma
}

async function schrijfDiplomas(werk: Exportwerk, tel: Telling): Promise<void> {
  const bepaald = bepaaldOp(werk.nu)
  for await (const personen of inGroepen(werk, (groep) => laadGroep(werk, groep), [DEEL_INSCHRIJVINGEN, 1])) {
    const blok = personen.flatMap((persoon) => (kiesUit(persoon, werk.plan.venster)?.diplomas ?? []).map((diploma) => {
      const waarden = tbgiDiploma(persoon, diploma, bepaald)
      for (const veld of ['Niveau', 'Inschrijvingvolgnummer', 'IndicatieSpecialistendiploma']) if (!waarden.velden[veld]) tel.leeg.tel(`Diploma/${veld}`)
      tel.tellingen.tel('Diploma')
      tel.regels++
      return schrijfTbgiRecord('diploma', waarden, werk.plan.stijl)
    })).join('')
    if (blok !== '') await werk.uit.schrijf(blok)
  }
}

function redenNietTeSchrijven({ nummer }: Overzichtpersoon, soepel: boolean): NietGeschreven | undefined {
  if (nummer.stelsel === 'PGN') return 'alleen-schuilnummer'
  return nummer.elfproef || soepel ? undefined : 'elfproef'
}
