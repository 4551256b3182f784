import type { Bestandsregels } from './bestandsregels.ts'
import { dagVan, verwachtVan } from './codeveld.ts'
import type { Melding, Meldpunt } from './melding.ts'
import type { Groepindeling } from './tbgi.ts'
import { Waardelezer } from './waarde.ts'

/** Een gelezen groep: waarden per elementnaam, kinderen in volgorde. */
export interface XmlGroep {
  readonly indeling: Groepindeling
  readonly regelnummer: number
  readonly waarden: Map<string, { tekst: string; regelnummer: number }>
  readonly kinderen: XmlGroep[]
}

/** Controleert een Inschrijving of Diploma uit een TBG-i. Een groep waarin alles nil is, bestaat niet. */
export class TbgiControle {
  readonly #m: Meldpunt
  readonly #regels: Bestandsregels
  readonly #lezer: Waardelezer

  constructor(m: Meldpunt, regels: Bestandsregels) {
    this.#m = m
    this.#regels = regels
    // Een TBG-i is DUO's antwoord en wordt niet opgeslagen: een vreemd nummer is hier iets om na te kijken, geen fout van de school.
    this.#lezer = new Waardelezer('ccyy-mm-dd', regels, 'soepel')
  }

  controleer(g: XmlGroep): void {
    this.#velden(g)
    const bsn = this.#waarde(g, 'Burgerservicenummer')
    const onr = this.#waarde(g, 'Onderwijsnummer')
    if ((bsn === '') === (onr === '')) this.#meld(g, { regel: 'K-BRN-03', titel: bsn === '' ? 'Geen persoonsnummer' : 'Twee persoonsnummers', ernst: 'afgekeurd', veld: 'Burgerservicenummer', uitleg: 'Precies één van burgerservicenummer en onderwijsnummer hoort gevuld te zijn.', verwacht: 'één nummer', remedie: 'Haal het bestand opnieuw op bij DUO.' })
    for (const kind of g.kinderen) if (kind.indeling.naam === 'Teldatum' && !isNil(kind)) this.#teldatum(g, kind)
  }

  #velden(g: XmlGroep): void {
    for (const veld of new Set(g.indeling.velden.values())) {
      const staat = g.waarden.get(veld.sleutel)
      const tekst = staat?.tekst.trim() ?? ''
      const basis = { veld: veld.naam, regel: `TBGI-${g.indeling.naam}-${veld.naam}`, verwacht: verwachtVan(veld, this.#regels, dagVan((sleutel) => this.#waarde(g, sleutel))), remedie: 'Haal het bestand opnieuw op bij DUO. Blijft de fout, meld het dan bij DUO.' }
      if (tekst === '') {
        if (veld.verplicht) this.#meld(g, { ...basis, titel: `${veld.naam}: leeg`, ernst: 'afgekeurd', uitleg: `${veld.naam} is leeg of ontbreekt, maar moet gevuld zijn.` })
        continue
      }
      const gelezen = this.#lezer.lees(veld.soort, tekst)
      if (typeof gelezen === 'string') continue
      this.#meld(g, { ...basis, titel: `${veld.naam}: klopt niet`, ernst: gelezen.ernst, uitleg: gelezen.uitleg, waarde: tekst, regelnummer: staat?.regelnummer ?? g.regelnummer })
    }
    for (const kind of g.kinderen) if (!isNil(kind)) this.#velden(kind)
  }

  /** K-BEK-02 (fase VO: het vo krijgt geld) en de rekensom van de bijdrage. Bron: bron.md 4.2 en 4.3. */
  #teldatum(g: XmlGroep, t: XmlGroep): void {
    const dag = this.#waarde(t, 'Teldatum')
    const betaald = this.#waarde(t, 'Bekostigingsstatus') === 'true'
    const begin = this.#waarde(g, 'DatumInschrijving')
    const einde = this.#waarde(g, 'DatumUitschrijvingWerkelijk')
    if ((begin !== '' && dag < begin) || (einde !== '' && dag > einde)) this.#meld(t, { regel: 'K-BRN-04', titel: 'Teldatum buiten inschrijving', ernst: 'kijk-na', veld: 'Teldatum', waarde: dag, uitleg: 'Op deze teldatum was de student niet ingeschreven.', verwacht: 'een dag binnen de inschrijving', remedie: 'Vraag DUO waarom deze teldatum erbij staat.' })
    if (betaald && this.#waarde(t, 'Leerroutefase') === 'VO') this.#meld(t, { regel: 'K-BEK-02', titel: 'Fase VO en toch bekostigd', ernst: 'kijk-na', veld: 'Bekostigingsstatus', waarde: 'true', uitleg: 'In fase VO krijgt de vo-school het geld. Toch staat deze inschrijving op bekostigd.', verwacht: 'false in fase VO', remedie: 'Controleer de fase van de student. Klopt die, meld het dan bij DUO.' })
    if (betaald && this.#waarde(t, 'IndicatieBekostigbaar') === 'false') this.#meld(t, { regel: 'K-BEK-01', titel: 'Niet bekostigbaar en toch bekostigd', ernst: 'kijk-na', veld: 'Bekostigingsstatus', waarde: 'true', uitleg: 'Uw instelling gaf niet bekostigbaar op, maar de status is bekostigd.', verwacht: 'false', remedie: 'Controleer de indicatie bekostigbaar in uw pakket.' })
    this.#bijdrage(t, betaald)
  }

  #bijdrage(t: XmlGroep, betaald: boolean): void {
    const [factor, prijs, bijdrage] = ['BBLBOLFactor', 'PrijsfactorMBO', 'BijdrageInschrijvingAanDeelnemerswaarde'].map((e) => this.#waarde(t, e))
    if (!betaald || !factor || !prijs || !bijdrage) return
    const verblijf = Number(this.#waarde(t, 'Verblijfsjaarfactor') || '1')
    const som = Number(factor) * Number(prijs) * verblijf
    if (Math.abs(som - Number(bijdrage)) > 0.000_001) this.#meld(t, { regel: 'TBGI-BIJDRAGE', titel: 'Bijdrage is anders dan de factoren', ernst: 'kijk-na', veld: 'BijdrageInschrijvingAanDeelnemerswaarde', waarde: bijdrage, uitleg: `${factor} × ${prijs} is ${Number(som.toFixed(6))}, maar er staat ${bijdrage}.`, verwacht: String(Number(som.toFixed(6))), remedie: 'Vraag DUO hoe dit bedrag is berekend.' })
  }

  #waarde(g: XmlGroep, element: string): string {
    return g.waarden.get(element)?.tekst.trim() ?? ''
  }

  #meld(g: XmlGroep, m: Melding): void {
    this.#m.meld({ regelnummer: g.regelnummer, recordsoort: g.indeling.naam, ...m })
  }
}

/** PvE 16: DUO schrijft een groep zonder inhoud met alle elementen op nil. */
export function isNil(g: XmlGroep): boolean {
  return [...g.waarden.values()].every((w) => w.tekst.trim() === '') && g.kinderen.every(isNil)
}
