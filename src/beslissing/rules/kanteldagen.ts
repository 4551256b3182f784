import type { Inschrijving } from '../../bron/index.ts'
import { parseDatum, plusDagen } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import type { Dossier } from '../dossier.ts'

/**
 * Elke dag waarop een besluit over dit dossier anders kan zijn dan de dag ervoor, en de eerste dag van de reeks; oplopend.
 * Te veel dagen kost alleen tijd, te weinig geeft een fout antwoord: bij twijfel staat een dag erin.
 */
export function kanteldagen(bekend: Dossier, van: Datum, totEnMet: Datum, normen: Normen): readonly Datum[] {
  const dagen = new Set<Datum>([van])
  const erbij = (dag: Datum | null | undefined): void => {
    if (dag && dag > van && dag <= totEnMet) dagen.add(dag)
  }
  /** Een einde is de laatste geldige dag; de dag erna verandert er iets. */
  const naEinde = (dag: Datum | null | undefined): void => {
    if (dag) erbij(plusDagen(dag, 1))
  }
  vasteDagen(bekend, van, totEnMet, normen, erbij)
  for (const norm of GEBRUIKTE_NORMEN) normen.wijzigingsdata(norm).forEach(erbij)
  for (const inschrijving of [...bekend.inschrijvingenVo, ...bekend.inschrijvingenMbo]) {
    inschrijvingsdagen(inschrijving, erbij, naEinde)
    erbij(eindeRespijt(inschrijving, normen))
  }
  feitendagen(bekend, erbij, naEinde)
  return [...dagen].sort()
}

type Voeg = (dag: Datum | null | undefined) => void

const TELDATA = 'bekostiging/teldata-mbo'

const GEBRUIKTE_NORMEN = [
  'leerroute/eerste-begindatum', 'leerroute/jaren-fase-vo', 'leerroute/eerste-leerjaar', 'leerroute/dlr-niveaus', 'leerroute/glr-niveaus',
  'leerroute/glr-leerwegen', 'leerroute/passende-niveaus-bb', 'leerroute/passende-niveaus-kb-gl-tl', 'verzuim/drempel-uren',
  'verzuim/venster-schoolweken', 'verzuim/volwassen-leeftijd', 'verzuim/vsv-leeftijdsgrens', 'verzuim/startkwalificatie-diplomas',
  'verzuim/startkwalificatie-niveaus', 'verzuim/kwalificatieplicht-leeftijd', 'verklaring/respijt-dagen',
  'rio/meetmoment-route', 'bekostiging/hoofdteldatum-mbo', 'bekostiging/jaren-tot-bekostigingsjaar-mbo', TELDATA,
] as const

/** 1 augustus (schooljaar), 1 oktober (vsv), de teldata en de verjaardag, elk jaar. */
function vasteDagen({ leerling }: Dossier, van: Datum, totEnMet: Datum, normen: Normen, erbij: Voeg): void {
  const verjaardag = leerling.geboortedatum.slice(5)
  // Geboren op 29 februari: een jaar ouder op 29 februari of op 1 maart (K-CAS-02). Beide dagen proberen kost niets.
  const dagen = ['08-01', '10-01', ...teldagen(normen, totEnMet), verjaardag, ...(verjaardag === '02-29' ? ['03-01'] : [])]
  for (let jaar = Number(van.slice(0, 4)); jaar <= Number(totEnMet.slice(0, 4)); jaar++) {
    for (const dag of dagen) erbij(parseDatum(`${String(jaar).padStart(4, '0')}-${dag}`))
  }
}

/** Elke teldag die de norm ooit noemde: zo mist een reeks over een wijziging heen er geen. */
function teldagen(normen: Normen, totEnMet: Datum): readonly string[] {
  return [...normen.wijzigingsdata(TELDATA), totEnMet].flatMap((dag) => {
    const lijst = normen.lijst(TELDATA, dag)
    return lijst.soort === 'geldt' ? lijst.waarde : []
  })
}

function inschrijvingsdagen(inschrijving: Inschrijving, erbij: Voeg, naEinde: Voeg): void {
  erbij(inschrijving.datumInschrijving)
  naEinde(inschrijving.datumUitschrijving)
  for (const periode of inschrijving.perioden) erbij(periode.datumBegin)
}

/** De eerste dag waarop een mbo-verklaring nodig kan zijn (K-MBV-07). */
function eindeRespijt({ datumUitschrijving }: Inschrijving, normen: Normen): Datum | undefined {
  if (!datumUitschrijving) return undefined
  const respijt = normen.getal('verklaring/respijt-dagen', datumUitschrijving)
  return respijt.soort === 'geldt' ? plusDagen(datumUitschrijving, respijt.waarde + 1) : undefined
}

function feitendagen(bekend: Dossier, erbij: Voeg, naEinde: Voeg): void {
  naEinde(bekend.voActiviteitenAfgerondOp)
  for (const plan of bekend.leerrouteplannen) erbij(plan.van)
  for (const aanbod of bekend.rioAangebodenOpleidingen) {
    erbij(aanbod.begindatum)
    naEinde(aanbod.einddatum)
  }
  for (const afspraak of [...bekend.samenwerkingsovereenkomsten, ...bekend.interneRegelingen]) {
    erbij(afspraak.van)
    naEinde(afspraak.tot)
  }
  for (const { datum } of [...bekend.gezamenlijkeOordelen, ...bekend.diplomas, ...bekend.behaaldeOnderdelen, ...bekend.afwezigheid]) erbij(datum)
  for (const melding of bekend.verzuimmeldingen) {
    erbij(melding.ingediendOp)
    erbij(melding.ingetrokkenOp)
  }
}
