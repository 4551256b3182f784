/** Elke handeling van de audit in gewone woorden. Een test bewaakt dat er geen ontbreekt. Het Engels staat in handelingwoorden.en.ts. */
export const nl = {
  // Inloggen en sessies.
  inloggen: 'Logde in', uitloggen: 'Logde uit', inlogGeweigerd: 'Inlog geweigerd', logInMetToken: 'Logde in met een DUO-token', beeindigEigenSessies: 'Beëindigde eigen inlogs op een ander apparaat',
  // Accounts en rollen.
  kenRolToe: 'Gaf een rol', trekRolIn: 'Trok een rol in', zetEinddatum: 'Zette een einddatum op een rol', beoordeelRol: 'Keek een rol na', wijsMedewerkerToe: 'Zei van welke medewerker een account is',
  blokkeerAccount: 'Blokkeerde een account', deblokkeerAccount: 'Hief de blokkade van een account op', beeindigAccount: 'Beëindigde een account', beeindigDienst: 'Meldde een medewerker uit dienst',
  stelEersteBeheerderAan: 'Stelde een eerste beheerder aan', weigerRolwijziging: 'Wijziging van een rol geweigerd', doeVoorstel: 'Deed een voorstel', bevestigVoorstel: 'Bevestigde een voorstel',
  wijsVoorstelAf: 'Wees een voorstel af', exporteerGebruikers: 'Haalde de lijst van gebruikers op', maakProefaccounts: 'Maakte proefaccounts',
  // De overstap van DUO-token naar eHerkenning.
  importeerTokenaccounts: 'Nam accounts met een DUO-token over', exporteerOverstap: 'Haalde de lijst van de overstap op', startKoppeling: 'Begon een oud account te koppelen', bewijsOudMiddel: 'Bewees het oude account',
  koppelAccount: 'Koppelde het oude account', annuleerKoppeling: 'Stopte met koppelen', weigerOverstap: 'Stap van de overstap geweigerd', nodigUit: 'Nodigde iemand uit om over te stappen',
  neemUitnodigingAan: 'Nam een uitnodiging aan', blokkeerTokenaccount: 'Tokenaccount geblokkeerd', deblokkeerTokenaccount: 'Hief de blokkade van een tokenaccount op', sluitTokenaccountAf: 'Tokenaccount afgesloten',
  laatTokenaccountVervallen: 'Tokenaccount vervallen', hertoekenTokenaccount: 'Gaf de rollen van een oud account aan een nieuw account', ontkoppelAccount: 'Ontkoppelde een account', trekMedewerkerIn: 'Trok alle accounts van een medewerker in',
  zetOverstapdatums: 'Zette de datums van de overstap', kiesUitnodigingAlsBewijs: 'Koos of een uitnodiging als bewijs telt', herinnerOverstap: 'Herinnerde iemand aan de overstap',
  startHerkoppeling: 'Begon verder te gaan met een andere inlog van eHerkenning', bewijsOudeInlog: 'Bewees de oude inlog van eHerkenning', herkoppelAccount: 'Nam rollen mee naar een andere inlog van eHerkenning',
  annuleerHerkoppeling: 'Stopte met wisselen van inlog', weigerHerkoppeling: 'Wisselen van inlog geweigerd',
  // Systemen van leveranciers.
  registreerMachine: 'Meldde een systeem aan', trekMachineIn: 'Trok een systeem in', geefMandaat: 'Gaf een mandaat', trekMandaatIn: 'Trok een mandaat in', geefToken: 'Kreeg een token', weigerToken: 'Token geweigerd',
  maakKoppeling: 'Maakte een koppeling', trekKoppelingIn: 'Trok een koppeling in', maakAbonnement: 'Maakte een abonnement op berichten', wijzigAbonnement: 'Wijzigde een abonnement op berichten',
  verwijderAbonnement: 'Verwijderde een abonnement op berichten', herhaalAflevering: 'Liet een bericht opnieuw bezorgen',
  // Leren kennen en lezen van deelnemers.
  leesDeelnemer: 'Las een deelnemer', leesInschrijvingen: 'Las inschrijvingen', leesInschrijving: 'Las een inschrijving', leesInschrijvingGeschiedenis: 'Las de geschiedenis van een inschrijving',
  leesPraktijkovereenkomsten: 'Las praktijkovereenkomsten', leesDiplomas: 'Las diploma’s', leesOnderdelen: 'Las behaalde onderdelen', leesVoAfgerond: 'Las of het vo is afgerond', leesLeerrouteplannen: 'Las leerrouteplannen',
  leesGezamenlijkeOordelen: 'Las gezamenlijke oordelen', leesAfwezigheden: 'Las afwezigheid', leesVerzuimmeldingen: 'Las verzuimmeldingen', leesTerugkoppelingen: 'Las terugkoppelingen op een levering',
  toonLeerling: 'Bekeek een student', toonLeerlingen: 'Bekeek de lijst van studenten', toonDeelnemers: 'Las de lijst van deelnemers', zoekDeelnemers: 'Zocht deelnemers', toonBesluit: 'Bekeek een besluit', toonTijdlijn: 'Bekeek een tijdlijn',
  toonOpenSignalen: 'Bekeek open signalen', toonSignalen: 'Bekeek signalen', toonSignaal: 'Bekeek een signaal', toonTellingregels: 'Bekeek de regels van een telling', voerTellingUit: 'Voerde een telling uit', telAls: 'Bekeek wat een andere fase bij de bekostiging doet', toonGebeurtenissen: 'Las berichten over wijzigingen',
  // Gegevens van scholen.
  leverInschrijving: 'Leverde een inschrijving', wijzigInschrijving: 'Wijzigde een inschrijving', schrijfUit: 'Schreef een deelnemer uit', verwijderInschrijving: 'Verwijderde een inschrijving',
  registreerBpv: 'Registreerde een praktijkovereenkomst', laatBpvVervallen: 'Liet een praktijkovereenkomst vervallen', registreerDiploma: 'Registreerde een diploma', laatDiplomaVervallen: 'Liet een diploma vervallen',
  registreerOnderdeel: 'Registreerde een behaald onderdeel', laatOnderdeelVervallen: 'Liet een behaald onderdeel vervallen', registreerVoAfgerond: 'Registreerde dat het vo is afgerond', registreerAanbod: 'Registreerde aanbod',
  laatAanbodVervallen: 'Liet aanbod vervallen', legLeerrouteplanVast: 'Legde een leerrouteplan vast', laatLeerrouteplanVervallen: 'Liet een leerrouteplan vervallen', legOordeelVast: 'Legde een gezamenlijk oordeel vast',
  laatOordeelVervallen: 'Liet een gezamenlijk oordeel vervallen', legOvereenkomstVast: 'Legde een samenwerkingsovereenkomst vast', laatOvereenkomstVervallen: 'Liet een samenwerkingsovereenkomst vervallen',
  legRegelingVast: 'Legde een interne regeling vast', laatRegelingVervallen: 'Liet een interne regeling vervallen', regelAfspraakbeheer: 'Zei wie over een afspraak gaat', meldVerzuim: 'Meldde verzuim', trekMeldingIn: 'Trok een verzuimmelding in', registreerAfwezigheid: 'Registreerde afwezigheid',
  registreerOrganisatie: 'Registreerde een organisatie', registreerSchoolvakantie: 'Registreerde een schoolvakantie', importeerBestand: 'Leverde een bestand', toetsLevering: 'Toetste een levering',
  exporteerBestand: 'Haalde een bestand op', vergelijkMetRegister: 'Vergeleek een bestand met het register', zetSignaalGezien: 'Zette een signaal op gezien', verklaarSignaal: 'Verklaarde een signaal', wijsSignaalToe: 'Gaf een signaal aan een collega', exporteerSignalen: 'Haalde signalen op als bestand', toonFasewissel: 'Bekeek de overgang van fase', werkSignalenBij: 'Rekende signalen opnieuw uit',
  // De logboeken zelf.
  leesAudit: 'Las de audit', exporteerAudit: 'Haalde de audit op als bestand', maakInzage: 'Maakte een inzage voor een betrokkene', verwerkingMislukt: 'Verwerking mislukt', ruimLogboekOp: 'Ruimde het logboek van verwerkingen op',
  herversleutel: 'Versleutelde persoonsnummers opnieuw',
} as const
