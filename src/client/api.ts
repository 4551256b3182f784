/* oxlint-disable max-lines */
/**
 * De typen van de REST-deur, gemaakt uit het OpenAPI-document van de routes. Verander de route, niet dit bestand: `npm run client`
 * schrijft het opnieuw, en een test faalt als het achterloopt.
 */
export interface paths {
    "/deelnemers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de deelnemers van uw school
         * @description Alle deelnemers met een inschrijving bij uw school of met uw school in het leerrouteplan, in vaste volgorde: wie er tijdens het bladeren bijkomt, verschuift niets. Zonder persoonsnummers.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonDeelnemers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/_zoek": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Zoek een deelnemer
         * @description Zoekt op persoonsnummer of op een deel van de naam, binnen uw eigen scholen. Met POST, zodat een nummer of naam nooit in een adres of logboek komt. Een onbekend nummer en een nummer van een andere school geven dezelfde lege lijst.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        post: operations["zoekDeelnemers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een deelnemer
         * @description Wie de deelnemer is. Het persoonsnummer staat er niet bij.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonDeelnemer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inschrijvingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lever een inschrijving
         * @description Legt de hele stand van een inschrijving vast, voor vo, vso of mbo. Wat in het bericht ontbreekt, vervalt. Kent het register de persoon nog niet, dan komt hij erbij. Dezelfde inhoud opnieuw verandert niets. Het antwoord bevat de signalen die voor uw school openstaan.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["leverInschrijving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/inschrijvingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de inschrijvingen van een deelnemer
         * @description Alle inschrijvingen zoals nu bekend. Volgt de deelnemer een leerroute, dan ook die van de andere school.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonInschrijvingen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/inschrijvingen/{inschrijvingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een inschrijving
         * @description De hele stand zoals nu bekend. Wat in `inschrijving` staat, kunt u zo terugsturen met PUT.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonInschrijving"];
        /**
         * Vervang een inschrijving
         * @description Vervangt de hele stand van een inschrijving die er al is. De oude stand blijft in de geschiedenis. Een nieuwe inschrijving levert u met POST.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigInschrijving"];
        post?: never;
        /**
         * Verwijder een inschrijving
         * @description Voor een inschrijving die er nooit had moeten zijn. Gaat de student weg? Schrijf hem dan uit.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["verwijderInschrijving"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/inschrijvingen/{inschrijvingId}/standen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de geschiedenis van een inschrijving
         * @description Elke stand die ooit bekend was, de nieuwste eerst: vanaf `vastgelegdTijdstip` wisten wij het zo, tot `vervallenTijdstip`. Ook van een verwijderde inschrijving.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonInschrijvingStanden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/inschrijvingen/{inschrijvingId}/uitschrijvingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schrijf een student uit
         * @description De inschrijving eindigt op de gegeven dag: dat is de laatste dag, inclusief. Dezelfde dag en reden opnieuw verandert niets; een andere dag verbetert de vorige.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["schrijfUit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/diplomas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registreer een diploma
         * @description Legt een diploma of certificaat vast van een deelnemer van uw school. Alleen de school die het uitreikt doet dit.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["registreerDiploma"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/diplomas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de diploma’s van een deelnemer
         * @description Alle diploma’s zoals nu bekend; bij een leerroute ook die van de andere school.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonDiplomas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/diplomas/{diplomaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een diploma
         * @description Het diploma zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonDiploma"];
        /**
         * Vervang een diploma
         * @description Vervangt de inhoud van een diploma dat er al is.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigDiploma"];
        post?: never;
        /**
         * Laat een diploma vervallen
         * @description Een correctie: het diploma is niet uitgereikt.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["laatDiplomaVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/onderdelen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registreer een onderdeel
         * @description Legt een examenonderdeel, generiek onderdeel, keuzedeel of bpv vast van een student van uw school.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["registreerOnderdeel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/onderdelen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de onderdelen van een student
         * @description De onderdelen die uw school vastlegde. Die van een andere school ziet u niet.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonOnderdelen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/onderdelen/{onderdeelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een onderdeel
         * @description Het onderdeel zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonOnderdeel"];
        /**
         * Vervang een onderdeel
         * @description Vervangt de inhoud van een onderdeel dat er al is.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigOnderdeel"];
        post?: never;
        /**
         * Laat een onderdeel vervallen
         * @description Een correctie: het onderdeel had hier niet moeten staan.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["laatOnderdeelVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/praktijkovereenkomsten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registreer een praktijkovereenkomst
         * @description Legt een praktijkovereenkomst (bpv) vast bij een mbo-inschrijving van uw school.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["registreerPraktijkovereenkomst"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/praktijkovereenkomsten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de praktijkovereenkomsten van een student
         * @description Alle praktijkovereenkomsten zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonPraktijkovereenkomsten"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/praktijkovereenkomsten/{praktijkovereenkomstId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een praktijkovereenkomst
         * @description De praktijkovereenkomst zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonPraktijkovereenkomst"];
        /**
         * Vervang een praktijkovereenkomst
         * @description Vervangt de inhoud van een praktijkovereenkomst die er al is, bijvoorbeeld als de bpv eindigt.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigPraktijkovereenkomst"];
        post?: never;
        /**
         * Laat een praktijkovereenkomst vervallen
         * @description Een correctie: deze praktijkovereenkomst is er nooit geweest. Eindigt zij eerder? Wijzig dan het werkelijke einde.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["laatPraktijkovereenkomstVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aangeboden-opleidingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de aangeboden leerroutes
         * @description Alle aangeboden opleidingen met een leerroutekenmerk, zoals nu bekend. Wat scholen aanbieden is openbaar (K-RIO-01).
         *
         *     Toegang: voor iedereen, zonder token.
         */
        get: operations["toonAangebodenOpleidingen"];
        put?: never;
        /**
         * Registreer een aangeboden opleiding
         * @description Een school registreert haar eigen kant van een leerroute (K-RIO-01). Noemt de partner u nog niet terug, dan is dat een signaal en geen weigering.
         *
         *     Toegang: met het recht `aanbod:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`.
         */
        post: operations["registreerAanbod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aangeboden-opleidingen/{aanbodId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een aangeboden opleiding
         * @description De aangeboden opleiding zoals nu bekend.
         *
         *     Toegang: voor iedereen, zonder token.
         */
        get: operations["toonAangebodenOpleiding"];
        /**
         * Vervang een aangeboden opleiding
         * @description Vervangt de inhoud van een aangeboden opleiding die er al is, bijvoorbeeld om haar te beëindigen met een einddatum.
         *
         *     Toegang: met het recht `aanbod:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`.
         */
        put: operations["wijzigAanbod"];
        post?: never;
        /**
         * Laat een aangeboden opleiding vervallen
         * @description Een correctie: dit aanbod had er nooit moeten staan. Stopt u ermee? Geef dan een einddatum.
         *
         *     Toegang: met het recht `aanbod:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`.
         */
        delete: operations["laatAanbodVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aanleveringen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon uw aanleveringen
         * @description De aanleveringen van uw sleutel en van uw scholen, nieuwste eerst.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["toonAanleveringen"];
        put?: never;
        /**
         * Lever een bestand aan
         * @description Een bestand met veel records: NDJSON (één record per regel, in de volgorde waarin het geldt), of een RO of GRONDSLAG van DUO. Wij herkennen het aan de inhoud. Het antwoord komt meteen (202); de verwerking gebeurt op de achtergrond, ook na een storing. Een fout record houdt de andere niet op.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        post: operations["leverAan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aanleveringen/{aanleveringId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een aanlevering
         * @description Hoever de aanlevering is, hoe snel het gaat en wat de uitkomst per record is, in aantallen.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["toonAanlevering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aanleveringen/{aanleveringId}/terugkoppelingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de terugkoppelingen
         * @description Eén terugkoppeling per record, op volgorde van het bestand. Zij komen er tijdens de verwerking in die volgorde bij, dus u mag al bladeren. Voor een grote aanlevering is `terugkoppelingsbestand` sneller.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["toonTerugkoppelingen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aanleveringen/{aanleveringId}/terugkoppelingsbestand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Haal alle terugkoppelingen op
         * @description Alle terugkoppelingen in één keer als NDJSON, op volgorde van het bestand.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["haalTerugkoppelingsbestand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/toetsen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Toets vooraf, zonder vast te leggen
         * @description Controleert een record (JSON), een bestand met records (NDJSON) of een RO, GRONDSLAG, OBO of TBG-i van DUO. Bij records en een RO of GRONDSLAG krijgt u ook de signalen die er dan zouden zijn. Wat het register al weet telt alleen mee bij studenten die u al ziet. Er wordt niets vastgelegd, behalve dat u toetste. Tot 10 MB, en 30 keer per minuut.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        post: operations["toets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/samenwerkingsovereenkomsten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de samenwerkingsovereenkomsten
         * @description De overeenkomsten waarin het bestuur van uw school partij is.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["toonOvereenkomsten"];
        put?: never;
        /**
         * Leg een samenwerkingsovereenkomst vast
         * @description Een overeenkomst tussen bevoegde gezagen over leerroutes (K-SOK-01). `brin` is de school namens wie u vastlegt; haar bestuur is partij.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["legOvereenkomstVast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/samenwerkingsovereenkomsten/{kenmerk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een samenwerkingsovereenkomst
         * @description De overeenkomst zoals nu bekend.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["toonOvereenkomst"];
        /**
         * Vervang een samenwerkingsovereenkomst
         * @description Vervangt de partijen en dagen van een overeenkomst die er al is, bijvoorbeeld om haar te verlengen of te beëindigen.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigOvereenkomst"];
        post?: never;
        /**
         * Laat een samenwerkingsovereenkomst vervallen
         * @description Een correctie: deze overeenkomst is er nooit geweest. Eindigt zij? Geef dan een laatste dag.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["laatOvereenkomstVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interne-regelingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de interne regelingen
         * @description De interne regelingen van het bestuur van uw school.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["toonRegelingen"];
        put?: never;
        /**
         * Leg een interne regeling vast
         * @description Een regeling binnen één bevoegd gezag dat beide scholen bestuurt; zij komt in plaats van de overeenkomst (K-SOK-02).
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["legRegelingVast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interne-regelingen/{regelingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een interne regeling
         * @description De interne regeling zoals nu bekend.
         *
         *     Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.
         */
        get: operations["toonRegeling"];
        /**
         * Vervang een interne regeling
         * @description Vervangt de laatste dag van een interne regeling die er al is.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigRegeling"];
        post?: never;
        /**
         * Laat een interne regeling vervallen
         * @description Een correctie: deze regeling is er nooit geweest. Eindigt zij? Geef dan een laatste dag.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["laatRegelingVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leerrouteplannen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leg een leerrouteplan vast
         * @description Met welke scholen een leerling de route doet (K-CAS-06). Vanaf nu zien beide scholen van het plan deze leerling. `brin` is uw school.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["legLeerrouteplanVast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/leerrouteplannen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de leerrouteplannen van een leerling
         * @description De plannen zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonLeerrouteplannen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/leerrouteplannen/{van}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een leerrouteplan
         * @description Het plan dat op deze dag begint, zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonLeerrouteplan"];
        /**
         * Vervang een leerrouteplan
         * @description Vervangt de scholen en het niveau van een plan dat er al is. `brin` is uw school.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigLeerrouteplan"];
        post?: never;
        /**
         * Laat een leerrouteplan vervallen
         * @description Een correctie: dit plan is er nooit geweest. `brin` is uw school.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["laatLeerrouteplanVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gezamenlijke-oordelen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leg een gezamenlijk oordeel vast
         * @description Het oordeel van vo en mbo samen dat een leerling de GLR aankan (K-DLR-06). U zet of wist alleen de handtekening van uw eigen school; neem die van de andere over zoals zij staat.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        post: operations["legOordeelVast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/gezamenlijke-oordelen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de gezamenlijke oordelen over een leerling
         * @description De oordelen met hun handtekeningen, zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonOordelen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/gezamenlijke-oordelen/{datum}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een gezamenlijk oordeel
         * @description Het oordeel van deze dag, zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonOordeel"];
        /**
         * Zet of wis een handtekening
         * @description Vervangt de handtekeningen onder een oordeel dat er al is; alleen die van uw eigen school kan veranderen. `brin` is uw school.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["wijzigOordeel"];
        post?: never;
        /**
         * Laat een gezamenlijk oordeel vervallen
         * @description Een correctie: dit oordeel is er nooit geweest. Kan alleen zolang de andere school niet heeft ondertekend. `brin` is uw school.
         *
         *     Toegang: met het recht `afspraak:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["laatOordeelVervallen"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/afwezigheden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registreer gemiste uren
         * @description De gemiste klokuren van één dag (K-VZM-07). Dezelfde dag opnieuw vervangt; 0 uren trekt eerder gemelde uren in.
         *
         *     Toegang: met het recht `verzuim:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `verzuim:melden`.
         */
        post: operations["registreerAfwezigheid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/afwezigheden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de gemiste uren van een deelnemer
         * @description De gemiste klokuren per dag; bij een leerroute ook die bij de andere school.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonAfwezigheden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verzuimmeldingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Doe een verzuimmelding
         * @description Legt vast dat het verzuim over een tijdvak gemeld is, en door welke kant (K-VZM-06). Dezelfde melding opnieuw verandert niets.
         *
         *     Toegang: met het recht `verzuim:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `verzuim:melden`.
         */
        post: operations["meldVerzuim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/verzuimmeldingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de verzuimmeldingen over een deelnemer
         * @description De gedane meldingen, ook ingetrokken; bij een leerroute ook die van de andere school.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonVerzuimmeldingen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/verzuimmeldingen/{meldingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een verzuimmelding
         * @description De melding zoals nu bekend.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonVerzuimmelding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/verzuimmeldingen/{meldingId}/intrekkingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trek een verzuimmelding in
         * @description De melding geldt niet meer vanaf de gegeven dag; tot die dag bestond zij (K-VZM-06). Nog eens intrekken verandert niets.
         *
         *     Toegang: met het recht `verzuim:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `verzuim:melden`.
         */
        post: operations["trekMeldingIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/vo-afrondingen/{brin}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon wanneer de vo-activiteiten zijn afgerond
         * @description De laatste dag met vo-lessen of vmbo-examenonderdelen (K-ROD-06).
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonVoAfronding"];
        /**
         * Leg vast wanneer de vo-activiteiten zijn afgerond
         * @description De vo-school legt de laatste dag met vo-lessen of vmbo-examenonderdelen vast (K-ROD-06). Stuur de `ETag` van GET mee in `If-Match`.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        put: operations["zetVoAfronding"];
        post?: never;
        /**
         * Trek de afronding van het vo in
         * @description De leerling heeft toch nog vo-activiteiten.
         *
         *     Toegang: met het recht `inschrijving:schrijven` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`.
         */
        delete: operations["wisVoAfronding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/besluiten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon het besluit over een deelnemer
         * @description Welke fase, wie verzuim meldt, wie bekostigd wordt, welke registraties horen en welke signalen er zijn, op een dag. Bij elke uitkomst staan de regels, de gebruikte normen, de bronnen en hoe zeker het is, met dezelfde woorden als in het portaal.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonBesluit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deelnemers/{deelnemerId}/tijdlijn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de besluiten over een reeks dagen
         * @description De tijdvakken met hetzelfde besluit, de signalen met hun eerste en laatste dag, en wie op elke teldatum bekostigd wordt. Hooguit tien jaar.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonTijdlijn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/casus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Beslis over een casus
         * @description Beslist over een leerling die u zelf beschrijft. Er wordt niets opgeslagen en u hebt geen sleutel nodig. Invoer en antwoord zijn die van `leerroute casus --json`.
         *
         *     Toegang: voor iedereen, zonder token.
         */
        post: operations["beslisCasus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signalen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de signalen van uw scholen
         * @description De werklijst van een school, oudste eerst. Zonder `staat` krijgt u alles wat niet gesloten is. Met `niveau=taak` ziet u alleen wat iemand moet doen.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonSignalen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signaaltellingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tel de signalen van uw scholen
         * @description Per school en code: hoeveel signalen er niet gesloten zijn, en hoeveel daarvan gezien of verklaard.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["telSignalen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signalen/{signaalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een signaal
         * @description Wat er is, waarom, en wat u kunt doen. Ook een gesloten signaal is nog te lezen.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonSignaal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Zet een signaal op gezien of verklaard
         * @description Alleen de school waarvoor het signaal is. Een verklaring is hooguit 500 tekens, zonder persoonsnummer. Het signaal blijft tot de feiten kloppen. Veranderen de feiten, dan staat het weer open.
         *
         *     Toegang: met het recht `signaal:afhandelen` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        patch: operations["handelSignaalAf"];
        trace?: never;
    };
    "/gebeurtenissen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lees het logboek van gebeurtenissen
         * @description Alles wat er bij uw scholen gebeurde, op volgorde, als CloudEvents (NL GOV-profiel). Begin zonder `na` en geef daarna steeds `volgende` mee. Zo mist u nooit iets, ook niet als een webhook niet aankwam. Een gebeurtenis zegt alleen dat er iets veranderde en waar u het ophaalt.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonGebeurtenissen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/gebeurtenis-v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de vorm van `data`
         * @description Het JSON-schema van `data` in elke gebeurtenis. Hierheen wijst `dataschema`. Een nieuwe vorm krijgt een nieuw nummer; deze blijft zoals hij is.
         *
         *     Toegang: voor iedereen, zonder token.
         */
        get: operations["toonGebeurtenisschema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnementen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon uw abonnementen
         * @description De abonnementen van uw scholen.
         *
         *     Toegang: met het recht `abonnement:beheren` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        get: operations["toonAbonnementen"];
        put?: never;
        /**
         * Neem een abonnement op gebeurtenissen
         * @description Wij sturen elke gebeurtenis met POST als `application/cloudevents+json`, minstens één keer en per onderwerp op volgorde. Eerst vragen wij uw adres met OPTIONS en de kop `WebHook-Request-Origin` of het berichten wil; antwoord 200 met `WebHook-Allowed-Origin`. Elk bericht is ondertekend volgens Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). Antwoord binnen 10 seconden met 2xx. Lukt het niet, dan proberen wij het 72 uur, steeds minder vaak. Omleidingen volgen wij niet.
         *
         *     Toegang: met het recht `abonnement:beheren` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        post: operations["maakAbonnement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnementen/{abonnementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een abonnement
         * @description Met de staat, en wat er mis is als het niet actief is.
         *
         *     Toegang: met het recht `abonnement:beheren` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        get: operations["toonAbonnement"];
        /**
         * Vervang een abonnement
         * @description Zet het hele abonnement. Een ander adres moet eerst weer instemmen; tot dan wachten de berichten. Zonder `geheim` blijft het oude.
         *
         *     Toegang: met het recht `abonnement:beheren` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        put: operations["wijzigAbonnement"];
        post?: never;
        /**
         * Zeg een abonnement op
         * @description Er gaat niets meer naar dit adres, ook niet wat nog wachtte. Het geheim wordt gewist.
         *
         *     Toegang: met het recht `abonnement:beheren` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        delete: operations["verwijderAbonnement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnementen/{abonnementId}/afleveringen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon wat er bezorgd is
         * @description Wat er naar uw adres ging of nog moet, op volgorde. Met `staat=opgegeven` ziet u wat na 72 uur niet aankwam.
         *
         *     Toegang: met het recht `abonnement:beheren` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        get: operations["toonAfleveringen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnementen/{abonnementId}/afleveringen/{afleveringId}/herhalingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bezorg een gebeurtenis nog een keer
         * @description Voor wat opgegeven is, of wat u kwijt bent. Het `id` en `sequence` blijven gelijk, en er is weer 72 uur. Wat nog wacht blijft gewoon wachten.
         *
         *     Toegang: met het recht `abonnement:beheren` op de school waar het over gaat. Nodig is een van deze scopes: `rio:aanbod:schrijven`, `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `verzuim:melden`.
         */
        post: operations["herhaalAflevering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisaties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de scholen
         * @description De scholen van vandaag met hun bevoegd gezag en onderwijsaanbieders. Openbaar.
         *
         *     Toegang: voor iedereen, zonder token.
         */
        get: operations["toonOrganisaties"];
        put?: never;
        /**
         * Registreer een organisatie
         * @description Legt de hele stand van een school, bestuur of leverancier vast; wat niet meer genoemd wordt, vervalt. Alleen voor beheer.
         *
         *     Toegang: met het recht `organisatie:schrijven` op de school waar het over gaat. Een systeem van een leverancier kan dit niet.
         */
        post: operations["registreerOrganisatie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisaties/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon een organisatie
         * @description Een school, bestuur of leverancier met al haar codes door de tijd. Openbaar.
         *
         *     Toegang: voor iedereen, zonder token.
         */
        get: operations["toonOrganisatie"];
        /**
         * Vervang een organisatie
         * @description Vervangt de hele stand van een organisatie die er al is. Alleen voor beheer.
         *
         *     Toegang: met het recht `organisatie:schrijven` op de school waar het over gaat. Een systeem van een leverancier kan dit niet.
         */
        put: operations["wijzigOrganisatie"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schoolvakanties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de schoolvakanties
         * @description De schoolvakanties, voor vo en mbo gelijk. Openbaar.
         *
         *     Toegang: voor iedereen, zonder token.
         */
        get: operations["toonSchoolvakanties"];
        put?: never;
        /**
         * Registreer een schoolvakantie
         * @description Legt een vakantie vast, voor vo en mbo gelijk. Een vakantie die overlapt, vervalt. Alleen voor beheer.
         *
         *     Toegang: met het recht `organisatie:schrijven` op de school waar het over gaat. Een systeem van een leverancier kan dit niet.
         */
        post: operations["registreerSchoolvakantie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tellingen/{brin}/{teldatum}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tel een school op een teldatum
         * @description Hoeveel studenten tellen mee, bij wie, en waarom: een vooruitblik met wat er nu in het register staat. De vaststelling doet DUO. Op een andere dag is het antwoord alsof die dag een teldatum was.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonTelling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tellingen/{brin}/{teldatum}/studenten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Toon de studenten van een telling
         * @description Per student wie er op de teldatum betaalt en waarom. Alleen wie die dag bij de school stond ingeschreven.
         *
         *     Toegang: met het recht `deelnemer:lezen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:vo:inschrijven`, `bron:mbo:inschrijven`, `bron:lezen`, `verzuim:melden`.
         */
        get: operations["toonTellingStudenten"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exportbestanden/ro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Haal een registratieoverzicht (RO)
         * @description Alles wat het register over een tijdvak van uw instelling heeft, in de vorm van DUO. In het bestand staan persoonsnummers: alleen voor wie van deze instelling inschrijvingen mag zien of leveren, en met een auditregel. De kop `leerroute-niet-geschreven` telt studenten die er niet in konden.
         *
         *     Toegang: met het recht `bestand:ophalen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:mbo:inschrijven`.
         */
        get: operations["haalRegistratieoverzicht"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exportbestanden/tbgi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Haal de bekostigingsgrondslagen (TBG-i)
         * @description De inschrijvingen op de teldata met ons voorlopige oordeel, en de diploma’s. Wat alleen DUO weet, is nil. In het bestand staan persoonsnummers: alleen voor wie van deze instelling inschrijvingen mag zien of leveren, en met een auditregel. De kop `leerroute-niet-geschreven` telt studenten die er niet in konden.
         *
         *     Toegang: met het recht `bestand:ophalen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:mbo:inschrijven`.
         */
        get: operations["haalBekostigingsgrondslagen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exportbestanden/grondslag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Haal de grondslag (GRONDSLAG IP)
         * @description Een studiejaar met schuilnummers in plaats van persoonsnummers, en ons voorlopige oordeel over de bekostiging. In het bestand staan persoonsnummers: alleen voor wie van deze instelling inschrijvingen mag zien of leveren, en met een auditregel. De kop `leerroute-niet-geschreven` telt studenten die er niet in konden.
         *
         *     Toegang: met het recht `bestand:ophalen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:mbo:inschrijven`.
         */
        get: operations["haalGrondslag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exportbestanden/obo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Haal het overzicht voor de accountant (OBO)
         * @description Een studiejaar met per inschrijving of zij geldig was op 1 oktober en op 1 februari. In het bestand staan persoonsnummers: alleen voor wie van deze instelling inschrijvingen mag zien of leveren, en met een auditregel. De kop `leerroute-niet-geschreven` telt studenten die er niet in konden.
         *
         *     Toegang: met het recht `bestand:ophalen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:mbo:inschrijven`.
         */
        get: operations["haalOverzichtAccountant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vergelijkingen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vergelijk een bestand met het register
         * @description Wat staat er in een RO, TBG-i, GRONDSLAG of OBO anders dan in het register, per student en veld. Er wordt niets bewaard, behalve een auditregel. Stuur bij een OBO de bestandsnaam mee in `Content-Disposition`. Er staan hooguit 1000 verschillen in het antwoord; de samenvatting telt ze alle.
         *
         *     Toegang: met het recht `bestand:ophalen` op de school waar het over gaat. Nodig is een van deze scopes: `bron:mbo:inschrijven`.
         */
        post: operations["vergelijkBestand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AangebodenOpleiding: {
            /** @description Sleutel van de school voor dit aanbod, bijvoorbeeld de code uit RIO. */
            eigenSleutel: string;
            /** @description Code van de onderwijsaanbieder in RIO. */
            onderwijsaanbieder: string;
            /** @enum {string} */
            sector: "VO" | "VSO" | "MBO";
            /** @enum {string} */
            leerrouteKenmerk: "DLR_VMBO_MBO" | "GLR_VMBO_MBO";
            samenwerkendeOnderwijsaanbieders: string[];
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            begindatum: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            einddatum?: string | null;
            /** @description Profiel van het vmbo of domein van het mbo, zoals de school het noemt. Scholen herkennen daaraan dezelfde route. */
            profiel?: string | null;
            /** @description Crebo; leeg = op domein, nog geen kwalificatie (K-DLR-07). */
            opleidingcode?: string | null;
            /** @enum {string|null} */
            niveau?: "MBO-1" | "MBO-2" | "MBO-3" | "MBO-4" | null;
        };
        Aanlevering: {
            /**
             * Format: uuid
             * @description Sleutel van de aanlevering.
             */
            aanleveringId: string;
            /**
             * @description Aan de inhoud herkend.
             * @enum {string}
             */
            soort: "NDJSON" | "RO" | "GRONDSLAG";
            /** @description Zoals meegegeven in `Content-Disposition`. */
            bestandsnaam: string | null;
            /**
             * @description `klaar`: elk record heeft een antwoord en de signalen zijn uitgerekend. `mislukt`: zie `mislukking`.
             * @enum {string}
             */
            staat: "wachtend" | "bezig" | "klaar" | "mislukt";
            /**
             * Format: date-time
             * @description Het moment waarop alle records zijn vastgelegd.
             */
            ontvangenTijdstip: string;
            /**
             * Format: date-time
             * @description Begin van de verwerking.
             */
            begonnenTijdstip: string | null;
            /**
             * Format: date-time
             * @description Einde van de verwerking.
             */
            klaarTijdstip: string | null;
            /**
             * Format: date-time
             * @description Schatting uit de snelheid tot nu toe.
             */
            verwachtKlaarTijdstip: string | null;
            /** @description Grootte van het bestand. */
            bytes: number;
            /** @description Leeg zolang een bestand van DUO nog niet gelezen is. */
            records: number | null;
            /** @description Records die een antwoord hebben. */
            verwerkt: number;
            /** @description Deel van het werk dat af is, van 0 tot en met 1. */
            voortgang: number | null;
            /** @description Snelheid tot nu toe. */
            recordsPerSeconde: number | null;
            tellingen: components["schemas"]["Tellingen"];
            /** @description Waarom de hele aanlevering niet gelukt is. */
            mislukking: {
                uitleg: string;
                watTeDoen: string;
            } | null;
        };
        Abonnement: {
            /** Format: uuid */
            abonnementId: string;
            /** @description BRIN van de school. */
            school: string;
            /**
             * Format: uri
             * @description Waar wij de berichten heen sturen, met https.
             */
            url: string;
            /** @description Alleen deze soorten. Leeg = alle, ook soorten die er later bij komen. */
            soorten: ("aangebodenopleidingen.vastgelegd" | "aangebodenopleidingen.gewijzigd" | "aangebodenopleidingen.verwijderd" | "afwezigheden.vastgelegd" | "afwezigheden.gewijzigd" | "deelnemers.gewijzigd" | "diplomas.vastgelegd" | "diplomas.gewijzigd" | "diplomas.verwijderd" | "gezamenlijkeoordelen.vastgelegd" | "gezamenlijkeoordelen.gewijzigd" | "gezamenlijkeoordelen.verwijderd" | "inschrijvingen.vastgelegd" | "inschrijvingen.gewijzigd" | "inschrijvingen.verwijderd" | "interneregelingen.vastgelegd" | "interneregelingen.gewijzigd" | "interneregelingen.verwijderd" | "leerrouteplannen.vastgelegd" | "leerrouteplannen.gewijzigd" | "leerrouteplannen.verwijderd" | "onderdelen.vastgelegd" | "onderdelen.gewijzigd" | "onderdelen.verwijderd" | "praktijkovereenkomsten.vastgelegd" | "praktijkovereenkomsten.gewijzigd" | "praktijkovereenkomsten.verwijderd" | "samenwerkingsovereenkomsten.vastgelegd" | "samenwerkingsovereenkomsten.gewijzigd" | "samenwerkingsovereenkomsten.verwijderd" | "signalen.geopend" | "signalen.gewijzigd" | "signalen.gesloten" | "terugkoppelingen.gereed" | "verzuimmeldingen.vastgelegd" | "verzuimmeldingen.gewijzigd")[];
            /**
             * @description wacht-op-controle: uw adres moet nog instemmen. afgewezen: dat gebeurde niet binnen 24 uur. gestopt: uw adres antwoordde 410.
             * @enum {string}
             */
            staat: "wacht-op-controle" | "actief" | "afgewezen" | "gestopt";
            /** @description Waarom het niet actief is, en wat u kunt doen. */
            reden: string | null;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            aangemaaktTijdstip: string;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            gewijzigdTijdstip: string;
        };
        Abonnementwijziging: {
            /**
             * Format: uri
             * @description Waar wij de berichten heen sturen, met https.
             */
            url: string;
            /** @description Alleen deze soorten. Leeg = alle, ook soorten die er later bij komen. */
            soorten: ("aangebodenopleidingen.vastgelegd" | "aangebodenopleidingen.gewijzigd" | "aangebodenopleidingen.verwijderd" | "afwezigheden.vastgelegd" | "afwezigheden.gewijzigd" | "deelnemers.gewijzigd" | "diplomas.vastgelegd" | "diplomas.gewijzigd" | "diplomas.verwijderd" | "gezamenlijkeoordelen.vastgelegd" | "gezamenlijkeoordelen.gewijzigd" | "gezamenlijkeoordelen.verwijderd" | "inschrijvingen.vastgelegd" | "inschrijvingen.gewijzigd" | "inschrijvingen.verwijderd" | "interneregelingen.vastgelegd" | "interneregelingen.gewijzigd" | "interneregelingen.verwijderd" | "leerrouteplannen.vastgelegd" | "leerrouteplannen.gewijzigd" | "leerrouteplannen.verwijderd" | "onderdelen.vastgelegd" | "onderdelen.gewijzigd" | "onderdelen.verwijderd" | "praktijkovereenkomsten.vastgelegd" | "praktijkovereenkomsten.gewijzigd" | "praktijkovereenkomsten.verwijderd" | "samenwerkingsovereenkomsten.vastgelegd" | "samenwerkingsovereenkomsten.gewijzigd" | "samenwerkingsovereenkomsten.verwijderd" | "signalen.geopend" | "signalen.gewijzigd" | "signalen.gesloten" | "terugkoppelingen.gereed" | "verzuimmeldingen.vastgelegd" | "verzuimmeldingen.gewijzigd")[];
            /** @description `whsec_` met daarachter 24 tot 64 willekeurige bytes in base64. Hiermee ondertekenen wij elk bericht. Bewaar het zelf: het komt nooit terug in een antwoord. Laat weg om het oude te houden. */
            geheim?: string;
        };
        Afhandeling: {
            /** @enum {string} */
            soort: "gezien" | "verklaard";
            verklaring: string | null;
            /** @description Sleutel van het account of de koppeling. */
            door: string;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            tijdstip: string;
            /** @description Onwaar: de feiten zijn daarna veranderd, of het signaal is gesloten. */
            geldt: boolean;
        };
        Aflevering: {
            /**
             * Format: uuid
             * @description Gelijk aan het `id` van de gebeurtenis.
             */
            afleveringId: string;
            /**
             * @description Wat er gebeurde.
             * @enum {string}
             */
            soort: "aangebodenopleidingen.vastgelegd" | "aangebodenopleidingen.gewijzigd" | "aangebodenopleidingen.verwijderd" | "afwezigheden.vastgelegd" | "afwezigheden.gewijzigd" | "deelnemers.gewijzigd" | "diplomas.vastgelegd" | "diplomas.gewijzigd" | "diplomas.verwijderd" | "gezamenlijkeoordelen.vastgelegd" | "gezamenlijkeoordelen.gewijzigd" | "gezamenlijkeoordelen.verwijderd" | "inschrijvingen.vastgelegd" | "inschrijvingen.gewijzigd" | "inschrijvingen.verwijderd" | "interneregelingen.vastgelegd" | "interneregelingen.gewijzigd" | "interneregelingen.verwijderd" | "leerrouteplannen.vastgelegd" | "leerrouteplannen.gewijzigd" | "leerrouteplannen.verwijderd" | "onderdelen.vastgelegd" | "onderdelen.gewijzigd" | "onderdelen.verwijderd" | "praktijkovereenkomsten.vastgelegd" | "praktijkovereenkomsten.gewijzigd" | "praktijkovereenkomsten.verwijderd" | "samenwerkingsovereenkomsten.vastgelegd" | "samenwerkingsovereenkomsten.gewijzigd" | "samenwerkingsovereenkomsten.verwijderd" | "signalen.geopend" | "signalen.gewijzigd" | "signalen.gesloten" | "terugkoppelingen.gereed" | "verzuimmeldingen.vastgelegd" | "verzuimmeldingen.gewijzigd";
            /** Format: uuid */
            onderwerp: string;
            /** @description `sequence` van het bericht. */
            volgnummer: number;
            /**
             * @description wachtend: komt nog. bezorgd: uw adres antwoordde 2xx. opgegeven: 72 uur geprobeerd.
             * @enum {string}
             */
            staat: "wachtend" | "bezorgd" | "opgegeven";
            pogingen: number;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            laatstePogingTijdstip: string | null;
            /**
             * Format: date-time
             * @description Alleen als er nog een komt.
             */
            volgendePogingTijdstip: string | null;
            laatsteUitkomst: string | null;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            bezorgdTijdstip: string | null;
        };
        Afwezigheid: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datum: string;
            /** @description Gemiste klokuren; 0 trekt eerder gemelde uren in. */
            uren: number;
            geoorloofd: boolean;
            /** @enum {string|null} */
            sector?: "VO" | "MBO" | null;
        };
        Besluit: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            peildatum: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            bekendOp: string | null;
            /**
             * @description Leeg = geen leerroute op deze dag.
             * @enum {string|null}
             */
            fase: "VO" | "MBO" | "onbepaald" | null;
            /** @enum {string} */
            verzuim: "VO" | "MBO" | "onbepaald" | "geen";
            /** @enum {string} */
            vsv: "VO" | "MBO" | "onbepaald" | "geen";
            /** @enum {string} */
            bekostiging: "VO" | "MBO" | "onbepaald" | "geen";
            /** @description R verplicht, A toegestaan, W fout, E te beëindigen, leeg = niet van toepassing. */
            registraties: {
                /** @enum {string|null} */
                rioVo: "R" | "A" | "W" | "E" | null;
                /** @enum {string|null} */
                rioMbo: "R" | "A" | "W" | "E" | null;
                /** @enum {string|null} */
                rodVo: "R" | "A" | "W" | "E" | null;
                /** @enum {string|null} */
                rodMbo: "R" | "A" | "W" | "E" | null;
            };
            meldplicht: boolean | null;
            melding: {
                /** @enum {string} */
                partij: "VO" | "MBO" | "onbepaald";
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                begin: string;
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                eind: string;
            } | null;
            mboVerklaring: boolean;
            absoluutVerzuim: boolean;
            ispPerioden: number | null;
            signalen: components["schemas"]["UitgelegdSignaal"][];
            motivering: components["schemas"]["Reden"][];
        };
        Bevinding: {
            /** @description Leeg = het hele bestand. */
            regelnummer: number | null;
            /** @description Zoals ISP. */
            recordsoort: string | null;
            /** @description Naam van het veld. */
            veld: string | null;
            /** @description Wat er staat; nooit een heel persoonsnummer. */
            waarde: string | null;
            /** @description Code van de waarderegel of regel-id. */
            regel: string;
            titel: string;
            /** @enum {string} */
            ernst: "afgekeurd" | "kijk-na" | "anders-gelezen";
            /**
             * @description Een signaal van niveau fout moet u ook verbeteren, al wordt het record wel bewaard.
             * @enum {string}
             */
            stapel: "moet-u-verbeteren" | "kijk-na" | "anders-gelezen";
            uitleg: string;
            verwacht: string;
            remedie: string;
            aantal: number;
        };
        Bron: {
            id: string;
            titel: string;
            url: string | null;
        };
        Casusbeslissing: {
            beslissingen: {
                casus: string;
                vragen: {
                    /**
                     * Format: date
                     * @description Kalenderdag, `jjjj-mm-dd`.
                     */
                    peildatum: string;
                    /**
                     * Format: date
                     * @description Kalenderdag, `jjjj-mm-dd`.
                     */
                    bekendOp: string | null;
                    /**
                     * @description Leeg = geen leerroute op deze dag.
                     * @enum {string|null}
                     */
                    fase: "VO" | "MBO" | "onbepaald" | null;
                    /** @enum {string} */
                    verzuim: "VO" | "MBO" | "onbepaald" | "geen";
                    /** @enum {string} */
                    vsv: "VO" | "MBO" | "onbepaald" | "geen";
                    /** @enum {string} */
                    bekostiging: "VO" | "MBO" | "onbepaald" | "geen";
                    /** @description R verplicht, A toegestaan, W fout, E te beëindigen, leeg = niet van toepassing. */
                    registraties: {
                        /** @enum {string|null} */
                        rioVo: "R" | "A" | "W" | "E" | null;
                        /** @enum {string|null} */
                        rioMbo: "R" | "A" | "W" | "E" | null;
                        /** @enum {string|null} */
                        rodVo: "R" | "A" | "W" | "E" | null;
                        /** @enum {string|null} */
                        rodMbo: "R" | "A" | "W" | "E" | null;
                    };
                    meldplicht: boolean | null;
                    melding: {
                        /** @enum {string} */
                        partij: "VO" | "MBO" | "onbepaald";
                        /**
                         * Format: date
                         * @description Kalenderdag, `jjjj-mm-dd`.
                         */
                        begin: string;
                        /**
                         * Format: date
                         * @description Kalenderdag, `jjjj-mm-dd`.
                         */
                        eind: string;
                    } | null;
                    mboVerklaring: boolean;
                    absoluutVerzuim: boolean;
                    ispPerioden: number | null;
                    signalen: {
                        /**
                         * @description Code van het signaal; de uitleg staat op `/regels`.
                         * @enum {string}
                         */
                        code: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
                        /** @enum {string} */
                        niveau: "fout" | "waarschuwing" | "taak" | "info";
                        regels: string[];
                        uitleg: string;
                    }[];
                    motivering: {
                        /** @description Regel, uitgelegd op `/regels`. */
                        regel: string;
                        uitkomst: string;
                        uitleg: string;
                    }[];
                }[];
            }[];
        };
        Deelnemer: {
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string;
            /** @description Leeg als de bron geen namen kent. */
            naam: string | null;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            geboortedatum: string;
            /** @enum {string|null} */
            geslacht: "M" | "V" | "O" | null;
            woontInNederland: boolean;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            voActiviteitenAfgerondOp: string | null;
            /** @description Uw scholen met een relatie met deze deelnemer. */
            scholen: string[];
        };
        Deelnemerregel: {
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string;
            /** @description Leeg als de bron geen namen kent. */
            naam: string | null;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            geboortedatum: string;
            /** @enum {string|null} */
            leerroute: "DLR" | "GLR" | null;
            /**
             * @description Leeg = geen leerroute op deze dag.
             * @enum {string|null}
             */
            fase: "VO" | "MBO" | "onbepaald" | null;
            /** @description Scholen waar de deelnemer nu staat ingeschreven, voor zover u ze mag zien. */
            scholen: {
                /** @description BRIN van de school. */
                brin: string;
                naam: string;
                /** @enum {string} */
                sector: "VO" | "VSO" | "MBO";
            }[];
            signalen: {
                /**
                 * @description Code van het signaal; de uitleg staat op `/regels`.
                 * @enum {string}
                 */
                code: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
                /** @enum {string} */
                niveau: "fout" | "waarschuwing" | "taak" | "info";
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                eersteDag: string;
            }[];
        };
        Diploma: {
            /** @description BRIN van de school. */
            brin: string;
            /** @description Volgnummer dat de school zelf koos. */
            resultaatvolgnummer: string;
            /** @enum {string} */
            soort: "VMBO" | "HAVO" | "VWO" | "MBO" | "MBO_CERTIFICAAT";
            /** @enum {string|null} */
            niveau?: "MBO-1" | "MBO-2" | "MBO-3" | "MBO-4" | null;
            opleidingcode?: string | null;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datum: string;
            /** @enum {string|null} */
            indicatieBekostigbaar?: "J" | "N" | null;
            /** @description Volgnummer dat de school zelf koos. */
            inschrijvingvolgnummer?: string | null;
            /** @description Code van de onderwijsaanbieder in RIO. */
            onderwijsaanbieder?: string | null;
        };
        Feit: {
            /** @enum {string} */
            soort: "inschrijvingVo" | "inschrijvingMbo" | "aanbod" | "diploma" | "overeenkomst" | "oordeel" | "afwezigheid" | "melding" | "plan";
            sleutel: string;
            /** @description Moment van vastleggen in UTC. */
            vastgelegdOp?: string;
        };
        Gebeurtenis: {
            /** @constant */
            specversion: "1.0";
            /**
             * Format: uuid
             * @description Blijft gelijk bij elke bezorging. Hiermee herkent u wat u al had.
             */
            id: string;
            /** @description Wie het register voert: `urn:nld:oin:<OIN>:systeem:leerroute`. */
            source: string;
            /**
             * @description Wat er gebeurde, met de versie van de vorm.
             * @enum {string}
             */
            type: "nl.onderwijs.aangebodenopleidingen.vastgelegd.v1" | "nl.onderwijs.aangebodenopleidingen.gewijzigd.v1" | "nl.onderwijs.aangebodenopleidingen.verwijderd.v1" | "nl.onderwijs.afwezigheden.vastgelegd.v1" | "nl.onderwijs.afwezigheden.gewijzigd.v1" | "nl.onderwijs.deelnemers.gewijzigd.v1" | "nl.onderwijs.diplomas.vastgelegd.v1" | "nl.onderwijs.diplomas.gewijzigd.v1" | "nl.onderwijs.diplomas.verwijderd.v1" | "nl.onderwijs.gezamenlijkeoordelen.vastgelegd.v1" | "nl.onderwijs.gezamenlijkeoordelen.gewijzigd.v1" | "nl.onderwijs.gezamenlijkeoordelen.verwijderd.v1" | "nl.onderwijs.inschrijvingen.vastgelegd.v1" | "nl.onderwijs.inschrijvingen.gewijzigd.v1" | "nl.onderwijs.inschrijvingen.verwijderd.v1" | "nl.onderwijs.interneregelingen.vastgelegd.v1" | "nl.onderwijs.interneregelingen.gewijzigd.v1" | "nl.onderwijs.interneregelingen.verwijderd.v1" | "nl.onderwijs.leerrouteplannen.vastgelegd.v1" | "nl.onderwijs.leerrouteplannen.gewijzigd.v1" | "nl.onderwijs.leerrouteplannen.verwijderd.v1" | "nl.onderwijs.onderdelen.vastgelegd.v1" | "nl.onderwijs.onderdelen.gewijzigd.v1" | "nl.onderwijs.onderdelen.verwijderd.v1" | "nl.onderwijs.praktijkovereenkomsten.vastgelegd.v1" | "nl.onderwijs.praktijkovereenkomsten.gewijzigd.v1" | "nl.onderwijs.praktijkovereenkomsten.verwijderd.v1" | "nl.onderwijs.samenwerkingsovereenkomsten.vastgelegd.v1" | "nl.onderwijs.samenwerkingsovereenkomsten.gewijzigd.v1" | "nl.onderwijs.samenwerkingsovereenkomsten.verwijderd.v1" | "nl.onderwijs.signalen.geopend.v1" | "nl.onderwijs.signalen.gewijzigd.v1" | "nl.onderwijs.signalen.gesloten.v1" | "nl.onderwijs.terugkoppelingen.gereed.v1" | "nl.onderwijs.verzuimmeldingen.vastgelegd.v1" | "nl.onderwijs.verzuimmeldingen.gewijzigd.v1";
            /**
             * Format: uuid
             * @description Waarover: een sleutel zonder betekenis. Per onderwerp komen gebeurtenissen op volgorde.
             */
            subject: string;
            /**
             * Format: date-time
             * @description Het moment van registratie in dit register.
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            /**
             * Format: uri
             * @description De uitleg van `data`.
             */
            dataschema: string;
            /** @description Alleen bij een webhook: 1, 2, 3 ... per abonnement en onderwerp. Mist u een nummer? Lees dan het logboek. */
            sequence?: string;
            /** @constant */
            sequencetype?: "Integer";
            data: components["schemas"]["Gebeurtenisdata"];
        };
        Gebeurtenisblad: {
            regels: components["schemas"]["Gebeurtenis"][];
            /** @description Geef dit de volgende keer mee als `na`, ook als er nu niets was. Bewaar het: zo mist u niets. */
            volgende: string;
            /** @description Er is nu al een volgende bladzijde. */
            meer: boolean;
        };
        Gebeurtenisdata: {
            /** @description De school die het aangaat; leeg = geen school. */
            school: string | null;
            /**
             * Format: uri
             * @description Waar u de inhoud met uw sleutel ophaalt. Na verwijderen staat daar niets meer.
             */
            verwijzing: string;
        };
        GebruikteNorm: {
            norm: string;
            omschrijving: string;
            waarde: number | string | (number | string)[];
            eenheid: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            geldigVan: string;
            bron: string;
            /** @enum {string} */
            zekerheid: "zeker" | "afgeleid";
        };
        Geleverd: {
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string;
            /**
             * @description Wat de levering veranderde.
             * @enum {string}
             */
            uitkomst: "nieuw" | "gewijzigd" | "ongewijzigd";
        };
        GeleverdeInschrijving: {
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string;
            /** @description `<BRIN>-<inschrijvingvolgnummer>`. */
            inschrijvingId: string;
            /**
             * @description Wat de levering veranderde.
             * @enum {string}
             */
            uitkomst: "nieuw" | "gewijzigd" | "ongewijzigd";
            /** @description Nee: het uitrekenen komt later; vraag de signalen over een paar seconden op. */
            signalenBerekend: boolean;
            /** @description Wat er na deze levering openstaat voor uw school. */
            signalen: components["schemas"]["OpenSignaal"][];
        };
        GeleverdeVerzuimmelding: {
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string;
            /** Format: uuid */
            meldingId: string;
            /**
             * @description Wat de levering veranderde.
             * @enum {string}
             */
            uitkomst: "nieuw" | "gewijzigd" | "ongewijzigd";
        };
        GeregistreerdAanbod: {
            /** @description Sleutel in het adres. */
            aanbodId: string;
            aanbod: components["schemas"]["AangebodenOpleiding"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdDiploma: {
            /** @description Sleutel in het adres. */
            diplomaId: string;
            diploma: components["schemas"]["Diploma"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdLeerrouteplan: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            van: string;
            leerrouteplan: components["schemas"]["Leerrouteplan"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdOnderdeel: {
            /** @description Sleutel in het adres. */
            onderdeelId: string;
            onderdeel: components["schemas"]["Onderdeel"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdOordeel: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datum: string;
            oordeel: components["schemas"]["GezamenlijkOordeel"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdeAfwezigheid: {
            /** @description BRIN van de school. */
            brin: string;
            afwezigheid: components["schemas"]["Afwezigheid"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
        };
        GeregistreerdeInschrijving: {
            /** @description Sleutel in het adres. */
            inschrijvingId: string;
            inschrijving: components["schemas"]["Inschrijving"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdeOvereenkomst: {
            /** @description Sleutel in het adres. */
            kenmerk: string;
            overeenkomst: components["schemas"]["Samenwerkingsovereenkomst"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdePraktijkovereenkomst: {
            /** @description Sleutel in het adres. */
            praktijkovereenkomstId: string;
            bpv: components["schemas"]["Praktijkovereenkomst"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdeRegeling: {
            /** @description Sleutel in het adres. */
            regelingId: string;
            regeling: components["schemas"]["InterneRegeling"];
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
            /**
             * Format: date-time
             * @description Leeg = zo is het nu bekend.
             */
            vervallenTijdstip: string | null;
        };
        GeregistreerdeVerzuimmelding: {
            /** Format: uuid */
            meldingId: string;
            /** @description BRIN van de school. */
            brin: string;
            melding: components["schemas"]["Verzuimmelding"];
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            ingetrokkenOp: string | null;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            vastgelegdTijdstip: string;
        };
        /** @description Een school zet alleen haar eigen handtekening. */
        GezamenlijkOordeel: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datum: string;
            ondertekendVo: boolean;
            ondertekendMbo: boolean;
        };
        /** @description De hele stand van een inschrijving: wat ontbreekt, vervalt. */
        Inschrijving: {
            /** @enum {string} */
            sector: "VO" | "VSO" | "MBO";
            /** @description BRIN van de school. */
            brin: string;
            /** @description Volgnummer dat de school zelf koos. */
            inschrijvingvolgnummer: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datumInschrijving: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datumUitschrijvingGepland?: string | null;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datumUitschrijving?: string | null;
            redenUitschrijving?: string | null;
            perioden: components["schemas"]["Inschrijvingsperiode"][];
            extraOndersteuning?: {
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                datumBegin: string;
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                datumEind?: string | null;
            }[];
        };
        Inschrijvingsperiode: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datumBegin: string;
            opleidingcode?: string | null;
            vestiging?: string | null;
            /** @description Code van de onderwijsaanbieder in RIO. */
            onderwijsaanbieder?: string | null;
            onderwijslocatie?: string | null;
            locatiecodeVsv?: string | null;
            /** @enum {string} */
            indicatieBekostigbaar: "J" | "N";
            /** @description `DLR` of `GLR`; een andere code wordt bewaard en gemeld. */
            leerroute?: string | null;
            /** @description `VO` of `MBO`. */
            leerroutefase?: string | null;
            leerjaar?: number | null;
            /** @enum {string|null} */
            leerweg?: "BB" | "KB" | "GL" | "TL" | null;
            /** @enum {string|null} */
            leertraject?: "BOL" | "BBL" | "BOL_DT" | "OVO" | "EX" | "ODT" | null;
            /** @enum {string|null} */
            niveau?: "MBO-1" | "MBO-2" | "MBO-3" | "MBO-4" | null;
        };
        /** @description `tot` is de laatste dag. */
        InterneRegeling: {
            /** @description Bestuursnummer van een bevoegd gezag. */
            bevoegdGezag: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            van: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            tot?: string | null;
            /** @description BRIN van de school. */
            brin?: string;
            /** @description Hoe een leerling die stopt of wisselt toch een diploma haalt (K-SOK-04). Niet meegestuurd = blijft zoals het is. */
            overstapoptie?: string | null;
        };
        Leerrouteplan: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            van: string;
            /** @description Code van de onderwijsaanbieder in RIO. */
            voOnderwijsaanbieder: string;
            /** @description Code van de onderwijsaanbieder in RIO. */
            mboOnderwijsaanbieder: string;
            /** @enum {string|null} */
            beoogdNiveau?: "MBO-1" | "MBO-2" | "MBO-3" | "MBO-4" | null;
        };
        NieuwAbonnement: {
            /** @description Voor welke school. Mag weg als uw sleutel bij één school hoort. */
            school?: string;
            /**
             * Format: uri
             * @description Waar wij de berichten heen sturen, met https.
             */
            url: string;
            /** @description Alleen deze soorten. Leeg = alle, ook soorten die er later bij komen. */
            soorten: ("aangebodenopleidingen.vastgelegd" | "aangebodenopleidingen.gewijzigd" | "aangebodenopleidingen.verwijderd" | "afwezigheden.vastgelegd" | "afwezigheden.gewijzigd" | "deelnemers.gewijzigd" | "diplomas.vastgelegd" | "diplomas.gewijzigd" | "diplomas.verwijderd" | "gezamenlijkeoordelen.vastgelegd" | "gezamenlijkeoordelen.gewijzigd" | "gezamenlijkeoordelen.verwijderd" | "inschrijvingen.vastgelegd" | "inschrijvingen.gewijzigd" | "inschrijvingen.verwijderd" | "interneregelingen.vastgelegd" | "interneregelingen.gewijzigd" | "interneregelingen.verwijderd" | "leerrouteplannen.vastgelegd" | "leerrouteplannen.gewijzigd" | "leerrouteplannen.verwijderd" | "onderdelen.vastgelegd" | "onderdelen.gewijzigd" | "onderdelen.verwijderd" | "praktijkovereenkomsten.vastgelegd" | "praktijkovereenkomsten.gewijzigd" | "praktijkovereenkomsten.verwijderd" | "samenwerkingsovereenkomsten.vastgelegd" | "samenwerkingsovereenkomsten.gewijzigd" | "samenwerkingsovereenkomsten.verwijderd" | "signalen.geopend" | "signalen.gewijzigd" | "signalen.gesloten" | "terugkoppelingen.gereed" | "verzuimmeldingen.vastgelegd" | "verzuimmeldingen.gewijzigd")[];
            /** @description `whsec_` met daarachter 24 tot 64 willekeurige bytes in base64. Hiermee ondertekenen wij elk bericht. Bewaar het zelf: het komt nooit terug in een antwoord. */
            geheim: string;
        };
        Onderdeel: {
            /** @description BRIN van de school. */
            brin: string;
            /** @description Volgnummer dat de school zelf koos. */
            resultaatvolgnummer: string;
            /** @enum {string} */
            soort: "EXAMENONDERDEEL" | "GENERIEK" | "KEUZEDEEL" | "BPV";
            code?: string | null;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datum?: string | null;
            /** @description Volgnummer dat de school zelf koos. */
            diplomaVolgnummer?: string | null;
            /** @description Opleidingcode van het diploma waar het onderdeel bij hoort. */
            opleidingcodeDiploma?: string | null;
            behaald: boolean;
            /** @description Volgnummer dat de school zelf koos. */
            inschrijvingvolgnummer?: string | null;
            /** @description Code van de onderwijsaanbieder in RIO. */
            onderwijsaanbieder?: string | null;
            /** @description Cijfers en vrijstellingen zoals geleverd. */
            bijzonderheden?: {
                [key: string]: string;
            };
        };
        OpenSignaal: {
            /** Format: uuid */
            signaalId: string;
            /**
             * @description Code van het signaal; de uitleg staat op `/regels`.
             * @enum {string}
             */
            code: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
            /** @enum {string} */
            niveau: "fout" | "waarschuwing" | "taak" | "info";
            /** @description De school die het aangaat; leeg = geen school. */
            brin: string | null;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            eersteDag: string;
            /** @description Wat er is en wat te doen. */
            uitleg: string;
        };
        Organisatie: {
            /** @enum {string} */
            soort: "BEVOEGD_GEZAG" | "INSTELLING" | "LEVERANCIER" | "DUO";
            naam: string;
            identificaties: {
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                geldigVan: string;
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                geldigTotEnMet?: string | null;
                /** @enum {string} */
                soort: "BRIN" | "VESTIGING" | "BESTUURSNUMMER" | "KVK" | "RSIN" | "OIN" | "VESTIGINGSNUMMER";
                waarde: string;
                /** @description Alleen bij een VESTIGINGSNUMMER: de BRIN met twee cijfers van de vestiging waar het bij hoort. */
                vestiging?: string;
            }[];
            bevoegdGezag?: {
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                geldigVan: string;
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                geldigTotEnMet?: string | null;
                /** @description Bestuursnummer van een bevoegd gezag. */
                bestuursnummer: string;
            }[];
            onderwijsaanbieders?: {
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                geldigVan: string;
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                geldigTotEnMet?: string | null;
                /** @description Code van de onderwijsaanbieder in RIO. */
                code: string;
                /** @enum {string} */
                sector: "VO" | "VSO" | "MBO";
                naam?: string;
                plaats?: string;
                telefoon?: string;
            }[];
        };
        Persoon: {
            /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
            persoonsnummer: string;
            /** @description `jjjj-mm-dd`; een onbekende maand of dag is `00`. */
            geboortedatum: string;
            /** @enum {string|null} */
            geslacht?: "M" | "V" | "O" | null;
            /** @description Weggelaten of leeg: de bekende naam blijft staan. */
            naam?: string | null;
            woontInNederland?: boolean;
        };
        Praktijkovereenkomst: {
            /** @description BRIN van de school. */
            brin: string;
            /** @description Volgnummer dat de school zelf koos. */
            inschrijvingvolgnummer: string;
            /** @description Volgnummer dat de school zelf koos. */
            bpvVolgnummer: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            afsluitdatum: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datumBegin: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datumEindeGepland: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            datumEindeWerkelijk?: string | null;
            /** @description Totaal aantal klokuren. */
            omvangUren?: number | null;
            leerbedrijfId?: string | null;
            opleidingcode?: string | null;
            codeKeuzedeel?: string | null;
        };
        Recordfout: {
            /** @description Pad in het record, of record en veld in een bestand van DUO; leeg = het hele record. */
            veld: string;
            /** @description De regel als zin. */
            regel: string;
            watTeDoen: string;
            /** @description De regel in de documentatie. */
            regelId?: string;
            /** @description Regel in een bestand van DUO. */
            regelnummer?: number;
        };
        Reden: {
            /** @enum {string} */
            onderwerp: "fase" | "bekostiging" | "verzuim" | "melding" | "vsv" | "registraties" | "mboVerklaring" | "absoluutVerzuim" | "inschrijvingen";
            uitkomst: string;
            uitleg: string;
            feiten?: components["schemas"]["Feit"][];
            regels: {
                /** @description Regel, uitgelegd op `/regels`. */
                id: string;
                titel: string;
            }[];
            normen: components["schemas"]["GebruikteNorm"][];
            bronnen: components["schemas"]["Bron"][];
            /** @enum {string} */
            zekerheid: "zeker" | "afgeleid";
        };
        /** @description `tot` is de laatste dag. */
        Samenwerkingsovereenkomst: {
            /** @description Naam of nummer waaronder de partijen de overeenkomst kennen. */
            kenmerk: string;
            partijen: string[];
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            van: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            tot?: string | null;
            /** @description BRIN van de school. */
            brin?: string;
            /** @description Hoe een leerling die stopt of wisselt toch een diploma haalt (K-SOK-04). Niet meegestuurd = blijft zoals het is. */
            overstapoptie?: string | null;
        };
        School: {
            /** @description BRIN van de school. */
            brin: string;
            naam: string;
            /** @description Bestuursnummer van een bevoegd gezag. */
            bevoegdGezag: string | null;
            onderwijsaanbieders: {
                /** @description Code van de onderwijsaanbieder in RIO. */
                code: string;
                naam: string;
                /** @enum {string} */
                sector: "VO" | "VSO" | "MBO";
            }[];
        };
        /** @description `tot` is de laatste dag. */
        Schoolvakantie: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            van: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            tot: string;
        };
        Signaal: {
            /**
             * Format: uuid
             * @description Sleutel van het signaal.
             */
            signaalId: string;
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string;
            /** @description De school die het aangaat; leeg = geen school, bijvoorbeeld alleen de gemeente. */
            school: string | null;
            titel: string;
            watTeDoen: string;
            /**
             * @description open: nog niet bekeken. gezien en verklaard: dat zei de school. gesloten: de feiten kloppen weer; dat kan niemand zelf zetten.
             * @enum {string}
             */
            staat: "open" | "gezien" | "verklaard" | "gesloten";
            /** @description De laatste keer dat de school het zag of verklaarde. */
            afhandeling: components["schemas"]["Afhandeling"] | null;
            /**
             * Format: date
             * @description De dag waarop het voor het eerst uit de regels kwam.
             */
            eersteDag: string;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            geopendTijdstip: string;
            /**
             * Format: date-time
             * @description Moment; in antwoorden altijd UTC.
             */
            geslotenTijdstip: string | null;
            /**
             * @description Code van het signaal; de uitleg staat op `/regels`.
             * @enum {string}
             */
            code: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
            /** @enum {string} */
            niveau: "fout" | "waarschuwing" | "taak" | "info";
            uitleg: string;
            feiten?: components["schemas"]["Feit"][];
            regels: {
                /** @description Regel, uitgelegd op `/regels`. */
                id: string;
                titel: string;
            }[];
            normen: components["schemas"]["GebruikteNorm"][];
            bronnen: components["schemas"]["Bron"][];
            /** @enum {string} */
            zekerheid: "zeker" | "afgeleid";
        };
        Signaalafhandeling: {
            /**
             * @description Bij een verklaard signaal trekt `gezien` de verklaring in.
             * @enum {string}
             */
            staat: "gezien" | "verklaard";
            /** @description Verplicht bij `verklaard`, en alleen daar. */
            verklaring?: string;
        };
        Signaalblad: {
            regels: components["schemas"]["Signaal"][];
            /** @description Cursor van de volgende bladzijde; `null` op de laatste. */
            volgende: string | null;
        };
        Signaaltelling: {
            /** @description BRIN van de school. */
            school: string | null;
            /**
             * @description Code van het signaal; de uitleg staat op `/regels`.
             * @enum {string}
             */
            code: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
            /** @enum {string} */
            niveau: "fout" | "waarschuwing" | "taak" | "info";
            open: number;
            gezien: number;
            verklaard: number;
        };
        Telling: {
            /** @description BRIN van de school. */
            brin: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            teldatum: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            bekendOp: string | null;
            /** @description Leeg als de dag geen teldatum van het mbo is (K-BEK-08). */
            bekostigingsjaar: {
                jaar: number;
                /** @enum {string} */
                telling: "inschrijvingen" | "correctie";
            } | null;
            /** @description Studenten met een inschrijving op de teldatum bij deze school. */
            studenten: number;
            aantallen: {
                /** @description Tellen mee bij deze school. */
                telt: number;
                /** @description Betaald bij een andere sector of school. */
                elders: number;
                /** @description Niemand betaalt. */
                niemand: number;
                /** @description Nog niet te bepalen. */
                wacht: number;
            };
            perReden: {
                /**
                 * @description telt: deze school krijgt het geld. elders: een andere sector of school. niemand: geen claim. wacht: nog niet te bepalen.
                 * @enum {string}
                 */
                status: "telt" | "elders" | "niemand" | "wacht";
                /**
                 * @description De sector die betaalt.
                 * @enum {string}
                 */
                betaler: "VO" | "MBO" | "onbepaald" | "geen";
                /** @description De regels achter de zin; zie /regels. */
                regels: string[];
                /** @description De reden als volledige zin. */
                uitleg: string;
                /** @description Hoeveel studenten deze reden hebben. */
                studenten: number;
            }[];
            /** @description Met welke normen gerekend is. */
            normenVersie: string;
        };
        /** @description Aantal records per uitkomst. */
        Tellingen: {
            nieuw: number;
            gewijzigd: number;
            ongewijzigd: number;
            ouder: number;
            afgekeurd: number;
            "geen-recht": number;
        };
        Tellingregel: {
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string;
            naam: string | null;
            /** @enum {string|null} */
            fase: "VO" | "MBO" | "onbepaald" | null;
            /**
             * @description De sector die betaalt.
             * @enum {string}
             */
            betaler: "VO" | "MBO" | "onbepaald" | "geen";
            /**
             * @description telt: deze school krijgt het geld. elders: een andere sector of school. niemand: geen claim. wacht: nog niet te bepalen.
             * @enum {string}
             */
            status: "telt" | "elders" | "niemand" | "wacht";
            /** @description Andere scholen in dezelfde sector die voor deze student geld vragen. */
            ookGevraagdDoor: string[];
            /** @description De regels achter de zin; zie /regels. */
            regels: string[];
            /** @description De reden als volledige zin. */
            uitleg: string;
        };
        Terugkoppeling: {
            /** @description Regel in het bestand. */
            regelnummer: number;
            /** @description Soort record; leeg als dat niet te lezen was. */
            soort: string | null;
            /**
             * @description `nieuw`, `gewijzigd`, `ongewijzigd`: vastgelegd. `ouder`: het register weet al iets nieuwers. `afgekeurd`: er is een fout, er is niets vastgelegd. `geen-recht`: niet van u, of hier niet bekend.
             * @enum {string}
             */
            uitkomst: "nieuw" | "gewijzigd" | "ongewijzigd" | "ouder" | "afgekeurd" | "geen-recht";
            /**
             * Format: uuid
             * @description Betekenisloze sleutel van de deelnemer in dit register.
             */
            deelnemerId: string | null;
            fouten: components["schemas"]["Recordfout"][];
            /** @description Bij een inschrijving: wat er voor u openstond toen de aanlevering klaar was; leeg (`null`) zolang zij dat niet is. */
            signalen?: components["schemas"]["OpenSignaal"][] | null;
        };
        Tijdlijn: {
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            van: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            totEnMet: string;
            tijdvakken: {
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                van: string;
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                totEnMet: string;
                /**
                 * @description Leeg = geen leerroute op deze dag.
                 * @enum {string|null}
                 */
                fase: "VO" | "MBO" | "onbepaald" | null;
                /** @enum {string} */
                verzuim: "VO" | "MBO" | "onbepaald" | "geen";
                /** @enum {string} */
                bekostiging: "VO" | "MBO" | "onbepaald" | "geen";
            }[];
            signalen: {
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                van: string;
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                totEnMet: string | null;
                signaal: components["schemas"]["UitgelegdSignaal"];
            }[];
            teldata: {
                /**
                 * Format: date
                 * @description Kalenderdag, `jjjj-mm-dd`.
                 */
                datum: string;
                /** @enum {string} */
                betaler: "VO" | "MBO" | "onbepaald" | "geen";
            }[];
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            beginRouteSchooljaar: string | null;
        };
        Toetsuitslag: {
            /** @enum {string} */
            soort: "NDJSON" | "RO" | "GRONDSLAG" | "OBO" | "TBGI";
            records: number;
            /** @description Wat er met de records zou gebeuren; leeg bij een bestand dat alleen te toetsen is. */
            tellingen: components["schemas"]["Tellingen"] | null;
            /** @description Records met een fout of een signaal. */
            regels: {
                regelnummer: number;
                /** @description Soort record. */
                soort: string | null;
                /**
                 * @description `nieuw`, `gewijzigd`, `ongewijzigd`: vastgelegd. `ouder`: het register weet al iets nieuwers. `afgekeurd`: er is een fout, er is niets vastgelegd. `geen-recht`: niet van u, of hier niet bekend.
                 * @enum {string}
                 */
                uitkomst: "nieuw" | "gewijzigd" | "ongewijzigd" | "ouder" | "afgekeurd" | "geen-recht";
                fouten: components["schemas"]["Recordfout"][];
                /** @description De signalen die de student dan voor uw scholen heeft. */
                signalen: components["schemas"]["OpenSignaal"][];
            }[];
            /** @description Bij een bestand van DUO: wat opvalt, zoals `leerroute toets` het zegt. */
            bevindingen: components["schemas"]["Bevinding"][];
            /** @description Er is meer dan hier getoond wordt. */
            afgekapt: boolean;
        };
        UitgelegdSignaal: {
            /**
             * @description Code van het signaal; de uitleg staat op `/regels`.
             * @enum {string}
             */
            code: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
            /** @enum {string} */
            niveau: "fout" | "waarschuwing" | "taak" | "info";
            uitleg: string;
            /** @description De scholen die het aangaat. */
            voor: string[];
            feiten?: components["schemas"]["Feit"][];
            regels: {
                /** @description Regel, uitgelegd op `/regels`. */
                id: string;
                titel: string;
            }[];
            normen: components["schemas"]["GebruikteNorm"][];
            bronnen: components["schemas"]["Bron"][];
            /** @enum {string} */
            zekerheid: "zeker" | "afgeleid";
        };
        Vastgelegd: {
            /**
             * @description Wat de levering veranderde.
             * @enum {string}
             */
            uitkomst: "nieuw" | "gewijzigd" | "ongewijzigd";
        };
        Vergelijking: {
            samenvatting: {
                bestand: {
                    /** @description De bestandsnaam. */
                    naam: string;
                    /** @enum {string} */
                    soort: "RO" | "TBGI" | "GRONDSLAG" | "OBO";
                    /** @description De instelling waarover het bestand gaat. */
                    brin: string | null;
                    /** @description Studenten in deze kant. */
                    studenten: number;
                    /** @description Waarden die niet te lezen waren; die zijn als leeg vergeleken. */
                    onleesbareVelden: number;
                };
                register: {
                    /** @description De bestandsnaam. */
                    naam: string;
                    /** @enum {string} */
                    soort: "RO" | "TBGI" | "GRONDSLAG" | "OBO";
                    /** @description De instelling waarover het bestand gaat. */
                    brin: string | null;
                    /** @description Studenten in deze kant. */
                    studenten: number;
                    /** @description Waarden die niet te lezen waren; die zijn als leeg vergeleken. */
                    onleesbareVelden: number;
                };
                /** @description Studenten zonder verschil. */
                gelijk: number;
                /** @description Studenten met een verschil. */
                anders: number;
                /** @description Studenten die het register niet heeft. */
                alleenInBestand: number;
                /** @description Studenten die het bestand niet heeft. */
                alleenInRegister: number;
                /** @description Alle verschillen samen. */
                verschillen: number;
                /** @description Per record en veld. */
                perVeld: {
                    [key: string]: number;
                };
                /** @description Per signaal dat een verschil raakt. */
                perSignaal: {
                    [key: string]: number;
                };
                /** @description Records die niet te vergelijken waren. */
                nietVergeleken: string[];
            };
            verschillen: {
                /** @description Volgnummer van de student in dit antwoord; een afgeschermd nummer is niet uniek. */
                student: number;
                /** @description Het nummer van de student, afgeschermd tenzij u om hele nummers vraagt. */
                nummer: string;
                /**
                 * @description a is het bestand, b het register.
                 * @enum {string}
                 */
                soort: "alleen-a" | "alleen-b" | "anders";
                /** @description Het record, zoals ISP; leeg als de hele student maar aan één kant staat. */
                recordsoort: string | null;
                /** @description Welk record: inschrijvingvolgnummer, begindatum of resultaatvolgnummer. */
                sleutel: string | null;
                /** @description Welk veld; leeg als het hele record maar aan één kant staat. */
                veld: string | null;
                /** @description Wat in het bestand staat. */
                a: string;
                /** @description Wat in het register staat. */
                b: string;
                /** @description De regel die dit verschil raakt; zie /regels. */
                regel: string | null;
                /** @description Het signaal dat het register hiervoor kan geven. */
                signaal: string | null;
            }[];
        };
        Verzuimmelding: {
            /** @enum {string} */
            partij: "VO" | "MBO";
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            begin: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            eind: string;
            /**
             * Format: date
             * @description Kalenderdag, `jjjj-mm-dd`.
             */
            ingediendOp?: string;
        };
        VoAfronding: {
            /** @description BRIN van de school. */
            brin: string;
            /**
             * Format: date
             * @description Laatste dag met vo-lessen of vmbo-examenonderdelen; leeg = nog niet afgerond.
             */
            afgerondOp: string | null;
        };
        /** @description Een fout (RFC 9457). */
        Probleem: {
            /**
             * Format: uri
             * @description Vast adres van deze soort fout; er staat een bladzijde met uitleg.
             */
            type: string;
            /** @description Korte naam van de fout. */
            title: string;
            /** @description De HTTP-status. */
            status: number;
            /** @description Wat er in dit geval aan de hand is. */
            detail: string;
            /** @description Wat u kunt doen. */
            watTeDoen: string;
            /** @description Alle fouten in het verzoek. */
            errors?: components["schemas"]["Verzoekfout"][];
            /** @description Sinds wanneer de nieuwere stand bekend is (alleen bij 409). */
            bekendVan?: string;
            /** @description Verbindt een storing met het logboek (alleen bij 500). */
            kenmerk?: string;
        };
        /** @description Een fout in het verzoek. Nooit met de waarde zelf. */
        Verzoekfout: {
            /**
             * @description Waar de fout zit.
             * @enum {string}
             */
            in: "body" | "query" | "path" | "header";
            /** @description JSON Pointer naar het veld. */
            pointer: string;
            /** @description Vast woord voor programma’s: een soort fout of een regel-id. */
            code: string;
            /** @description De regel als zin. */
            regel: string;
            /** @description Wat u kunt doen. */
            watTeDoen: string;
            /** @description De regel waar het om gaat; op te zoeken onder Regels en bronnen. */
            regelId?: string;
        };
    };
    responses: {
        /** @description Het verzoek klopt niet; alle fouten staan in `errors`. Er is niets opgeslagen. */
        Fout400: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Er is geen geldig token meegestuurd, of het mandaat geldt niet meer. */
        Fout401: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Het token geeft bij geen enkele school dit recht: er ontbreekt een scope. */
        Fout403: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Dit bestaat niet, of u heeft er geen recht op. */
        Fout404: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Het antwoord bestaat niet in de gevraagde vorm. */
        Fout406: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Er is al een nieuwere stand, of hetzelfde verzoek loopt nog. */
        Fout409: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description De versie in `If-Match` is niet meer de laatste. */
        Fout412: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description De inhoud is te groot. */
        Fout413: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Dit soort inhoud neemt deze operatie niet aan. */
        Fout415: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description De `Idempotency-Key` is al gebruikt voor een verzoek met een andere inhoud. */
        Fout422: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description De kop `If-Match` ontbreekt. */
        Fout428: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Te veel verzoeken in korte tijd. */
        Fout429: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description Een storing bij ons; het `kenmerk` verbindt het antwoord met ons logboek. */
        Fout500: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
        /** @description De server start op, of de database is nu niet bereikbaar. */
        Fout503: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleem"];
            };
        };
    };
    parameters: {
        /** @description De `ETag` van de stand die u wijzigt. */
        IfMatch: string;
        /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description De volledige versie van dit koppelvlak. */
        ApiVersion: string;
        /** @description Versie van dit antwoord, voor `If-Match` en `If-None-Match`. */
        ETag: string;
        /** @description Verwijzing naar de volgende bladzijde, met `rel="next"`. */
        Link: string;
        /** @description Adres van wat er gemaakt is. */
        Location: string;
        /** @description Na hoeveel seconden u het opnieuw kunt proberen. */
        RetryAfter: number;
        /** @description Hoe u zich aanmeldt. */
        WwwAuthenticate: string;
        /** @description Staat er met `true` als dit een bewaard antwoord is. */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    toonDeelnemers: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
                /** @description BRIN van de school. */
                school?: string;
                /** @description leerroute */
                leerroute?: "DLR" | "GLR";
                /** @description Code van het signaal; de uitleg staat op `/regels`. */
                signaalcode?: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Deelnemerregel"][];
                        /** @description `cursor` van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                        /** @description `cursor` van de vorige bladzijde; leeg = dit is de eerste. */
                        vorige: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    zoekDeelnemers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                    cursor?: string;
                    /**
                     * @description Hoeveel regels op een bladzijde, hoogstens 250.
                     * @default 50
                     */
                    pageSize?: number;
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer?: string;
                    naam?: string;
                };
            };
        };
        responses: {
            /** @description Wie er gevonden is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Deelnemerregel"][];
                        /** @description `cursor` van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                        /** @description `cursor` van de vorige bladzijde; leeg = dit is de eerste. */
                        vorige: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonDeelnemer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De deelnemer. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deelnemer"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    leverInschrijving: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    persoon: components["schemas"]["Persoon"];
                    inschrijving: components["schemas"]["Inschrijving"];
                };
            };
        };
        responses: {
            /** @description De inschrijving was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeleverdeInschrijving"];
                };
            };
            /** @description De inschrijving is nieuw. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeleverdeInschrijving"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonInschrijvingen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De inschrijvingen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdeInschrijving"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonInschrijving: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>`. */
                inschrijvingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De inschrijving. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdeInschrijving"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigInschrijving: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>`. */
                inschrijvingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Inschrijving"];
            };
        };
        responses: {
            /** @description De inschrijving zoals zij nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdeInschrijving"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    verwijderInschrijving: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>`. */
                inschrijvingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonInschrijvingStanden: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>`. */
                inschrijvingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De standen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdeInschrijving"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    schrijfUit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>`. */
                inschrijvingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Kalenderdag, `jjjj-mm-dd`.
                     */
                    datum: string;
                    /** @description Code van de reden van uitschrijving. */
                    reden?: string | null;
                };
            };
        };
        responses: {
            /** @description De student is uitgeschreven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    registreerDiploma: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer: string;
                    diploma: components["schemas"]["Diploma"];
                };
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonDiplomas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De diploma’s. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdDiploma"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonDiploma: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<resultaatvolgnummer>`. */
                diplomaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het diploma. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdDiploma"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigDiploma: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<resultaatvolgnummer>`. */
                diplomaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Diploma"];
            };
        };
        responses: {
            /** @description Het diploma zoals het nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdDiploma"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatDiplomaVervallen: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<resultaatvolgnummer>`. */
                diplomaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    registreerOnderdeel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer: string;
                    onderdeel: components["schemas"]["Onderdeel"];
                };
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOnderdelen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De onderdelen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdOnderdeel"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOnderdeel: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<soort>-<resultaatvolgnummer>`. */
                onderdeelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het onderdeel. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdOnderdeel"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigOnderdeel: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<soort>-<resultaatvolgnummer>`. */
                onderdeelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Onderdeel"];
            };
        };
        responses: {
            /** @description Het onderdeel zoals het nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdOnderdeel"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatOnderdeelVervallen: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<soort>-<resultaatvolgnummer>`. */
                onderdeelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    registreerPraktijkovereenkomst: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer: string;
                    bpv: components["schemas"]["Praktijkovereenkomst"];
                };
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonPraktijkovereenkomsten: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De praktijkovereenkomsten. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdePraktijkovereenkomst"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonPraktijkovereenkomst: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>_<bpvVolgnummer>`. */
                praktijkovereenkomstId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De praktijkovereenkomst. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdePraktijkovereenkomst"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigPraktijkovereenkomst: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>_<bpvVolgnummer>`. */
                praktijkovereenkomstId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Praktijkovereenkomst"];
            };
        };
        responses: {
            /** @description De praktijkovereenkomst zoals zij nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdePraktijkovereenkomst"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatPraktijkovereenkomstVervallen: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description `<BRIN>-<inschrijvingvolgnummer>_<bpvVolgnummer>`. */
                praktijkovereenkomstId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAangebodenOpleidingen: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
                /** @description BRIN van de school. */
                brin?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdAanbod"][];
                        /** @description `cursor` van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                        /** @description `cursor` van de vorige bladzijde; leeg = dit is de eerste. */
                        vorige: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    registreerAanbod: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AangebodenOpleiding"];
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAangebodenOpleiding: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description `<BRIN>-<eigenSleutel>`. */
                aanbodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De aangeboden opleiding. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdAanbod"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigAanbod: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description `<BRIN>-<eigenSleutel>`. */
                aanbodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AangebodenOpleiding"];
            };
        };
        responses: {
            /** @description De aangeboden opleiding zoals zij nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdAanbod"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatAanbodVervallen: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description `<BRIN>-<eigenSleutel>`. */
                aanbodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAanleveringen: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
                /** @description Alleen aanleveringen van een bestand met deze naam. */
                bestandsnaam?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Aanlevering"][];
                        /** @description Cursor van de volgende bladzijde; `null` op de laatste. */
                        volgende: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    leverAan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description In ontvangst genomen. `Location` is het adres van de aanlevering. */
            202: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Aanlevering"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAanlevering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Sleutel van de aanlevering. */
                aanleveringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De aanlevering. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Aanlevering"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonTerugkoppelingen: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
                /** @description `nieuw`, `gewijzigd`, `ongewijzigd`: vastgelegd. `ouder`: het register weet al iets nieuwers. `afgekeurd`: er is een fout, er is niets vastgelegd. `geen-recht`: niet van u, of hier niet bekend. */
                uitkomst?: "nieuw" | "gewijzigd" | "ongewijzigd" | "ouder" | "afgekeurd" | "geen-recht";
            };
            header?: never;
            path: {
                /** @description Sleutel van de aanlevering. */
                aanleveringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Terugkoppeling"][];
                        /** @description Cursor van de volgende bladzijde; `null` op de laatste. */
                        volgende: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    haalTerugkoppelingsbestand: {
        parameters: {
            query?: {
                /** @description `nieuw`, `gewijzigd`, `ongewijzigd`: vastgelegd. `ouder`: het register weet al iets nieuwers. `afgekeurd`: er is een fout, er is niets vastgelegd. `geen-recht`: niet van u, of hier niet bekend. */
                uitkomst?: "nieuw" | "gewijzigd" | "ongewijzigd" | "ouder" | "afgekeurd" | "geen-recht";
            };
            header?: never;
            path: {
                /** @description Sleutel van de aanlevering. */
                aanleveringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Eén terugkoppeling per regel. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Terugkoppeling"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
                "application/x-ndjson": string;
                "text/csv": string;
                "application/xml": string;
                "text/xml": string;
            };
        };
        responses: {
            /** @description Wat er mis is en wat er zou gebeuren. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Toetsuitslag"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            406: components["responses"]["Fout406"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOvereenkomsten: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdeOvereenkomst"][];
                        /** @description `cursor` van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                        /** @description `cursor` van de vorige bladzijde; leeg = dit is de eerste. */
                        vorige: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    legOvereenkomstVast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Samenwerkingsovereenkomst"];
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOvereenkomst: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Kenmerk van de overeenkomst. */
                kenmerk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De overeenkomst. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdeOvereenkomst"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigOvereenkomst: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Kenmerk van de overeenkomst. */
                kenmerk: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Samenwerkingsovereenkomst"];
            };
        };
        responses: {
            /** @description De overeenkomst zoals zij nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdeOvereenkomst"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatOvereenkomstVervallen: {
        parameters: {
            query?: {
                /** @description De school namens wie; haar bestuur is partij. Alleen beheer laat dit weg. */
                brin?: string;
            };
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Kenmerk van de overeenkomst. */
                kenmerk: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonRegelingen: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdeRegeling"][];
                        /** @description `cursor` van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                        /** @description `cursor` van de vorige bladzijde; leeg = dit is de eerste. */
                        vorige: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    legRegelingVast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterneRegeling"];
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonRegeling: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description `<bestuursnummer>-<eerste dag>`. */
                regelingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De regeling. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdeRegeling"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigRegeling: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description `<bestuursnummer>-<eerste dag>`. */
                regelingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterneRegeling"];
            };
        };
        responses: {
            /** @description De regeling zoals zij nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdeRegeling"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatRegelingVervallen: {
        parameters: {
            query?: {
                /** @description De school namens wie; haar bestuur is partij. Alleen beheer laat dit weg. */
                brin?: string;
            };
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description `<bestuursnummer>-<eerste dag>`. */
                regelingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    legLeerrouteplanVast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer: string;
                    /** @description BRIN van de school. */
                    brin: string;
                    leerrouteplan: components["schemas"]["Leerrouteplan"];
                };
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonLeerrouteplannen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De plannen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdLeerrouteplan"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonLeerrouteplan: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                van: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het plan. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdLeerrouteplan"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigLeerrouteplan: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
            };
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                van: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Leerrouteplan"];
            };
        };
        responses: {
            /** @description Het plan zoals het nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdLeerrouteplan"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatLeerrouteplanVervallen: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
            };
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                van: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    legOordeelVast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer: string;
                    /** @description BRIN van de school. */
                    brin: string;
                    oordeel: components["schemas"]["GezamenlijkOordeel"];
                };
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOordelen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De oordelen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdOordeel"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOordeel: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                datum: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het oordeel. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdOordeel"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigOordeel: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
            };
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                datum: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GezamenlijkOordeel"];
            };
        };
        responses: {
            /** @description Het oordeel zoals het nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdOordeel"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    laatOordeelVervallen: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
            };
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                datum: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    registreerAfwezigheid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer: string;
                    /** @description BRIN van de school. */
                    brin: string;
                    afwezigheid: components["schemas"]["Afwezigheid"];
                };
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd, ingetrokken of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAfwezigheden: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De gemiste uren. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdeAfwezigheid"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    meldVerzuim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Burgerservicenummer of onderwijsnummer (K-BRN-03). */
                    persoonsnummer: string;
                    /** @description BRIN van de school. */
                    brin: string;
                    verzuimmelding: components["schemas"]["Verzuimmelding"];
                };
            };
        };
        responses: {
            /** @description Deze melding was er al. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeleverdeVerzuimmelding"];
                };
            };
            /** @description De melding is gedaan. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeleverdeVerzuimmelding"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonVerzuimmeldingen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De meldingen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["GeregistreerdeVerzuimmelding"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonVerzuimmelding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Sleutel van de melding. */
                meldingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De melding. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeregistreerdeVerzuimmelding"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    trekMeldingIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description Sleutel van de melding. */
                meldingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Kalenderdag, `jjjj-mm-dd`.
                     */
                    ingetrokkenOp?: string;
                };
            };
        };
        responses: {
            /** @description De melding is ingetrokken. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Geleverd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonVoAfronding: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description BRIN van de school. */
                brin: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De afronding; `afgerondOp` leeg = nog niet afgerond. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoAfronding"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    zetVoAfronding: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description BRIN van de school. */
                brin: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Kalenderdag, `jjjj-mm-dd`.
                     */
                    afgerondOp: string;
                };
            };
        };
        responses: {
            /** @description Vastgelegd. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoAfronding"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wisVoAfronding: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
                /** @description BRIN van de school. */
                brin: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het is vervallen. De geschiedenis blijft. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonBesluit: {
        parameters: {
            query?: {
                /** @description De dag waarover; weggelaten: vandaag. */
                peildatum?: string;
                /** @description Met de kennis van deze dag; weggelaten: met alles wat nu bekend is. */
                bekendOp?: string;
            };
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het besluit met uitleg. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Besluit"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonTijdlijn: {
        parameters: {
            query?: {
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                van?: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                totEnMet?: string;
                /** @description Met de kennis van deze dag; weggelaten: met alles wat nu bekend is. */
                bekendOp?: string;
            };
            header?: never;
            path: {
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De tijdlijn. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tijdlijn"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    beslisCasus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    titel?: string;
                    regels?: string[];
                    toelichting?: string;
                    leerling: {
                        /** Format: date */
                        geboortedatum: string;
                        woontInNederland?: boolean;
                    };
                    /** Format: date */
                    voActiviteitenAfgerondOp?: string | null;
                    organisaties: {
                        brin: string;
                        naam?: string;
                        bevoegdGezag: string;
                        onderwijsaanbieders: {
                            code: string;
                            /** @enum {unknown} */
                            sector: "VO" | "VSO" | "MBO";
                        }[];
                    }[];
                    leerrouteplannen?: {
                        /** Format: date */
                        van: string;
                        voOnderwijsaanbieder: string;
                        mboOnderwijsaanbieder: string;
                        /** @enum {unknown} */
                        beoogdNiveau?: "MBO-1" | "MBO-2" | "MBO-3" | "MBO-4" | null;
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    rioAangebodenOpleidingen?: {
                        onderwijsaanbieder: string;
                        /** @enum {unknown} */
                        sector: "VO" | "VSO" | "MBO";
                        /** @enum {unknown} */
                        leerrouteKenmerk: "DLR_VMBO_MBO" | "GLR_VMBO_MBO";
                        samenwerkendeOnderwijsaanbieders: string[];
                        /** Format: date */
                        begindatum: string;
                        /** Format: date */
                        einddatum?: string | null;
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    samenwerkingsovereenkomsten?: {
                        partijen: string[];
                        /** Format: date */
                        van: string;
                        /** Format: date */
                        tot?: string | null;
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    interneRegelingen?: {
                        bevoegdGezag: string;
                        /** Format: date */
                        van: string;
                        /** Format: date */
                        tot?: string | null;
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    gezamenlijkeOordelen?: {
                        /** Format: date */
                        datum: string;
                        ondertekendVo: boolean;
                        ondertekendMbo: boolean;
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    inschrijvingenVo?: {
                        brin: string;
                        inschrijvingvolgnummer: string;
                        /** Format: date */
                        datumInschrijving: string;
                        /** Format: date */
                        datumUitschrijving?: string | null;
                        /** Format: date */
                        uitschrijvingBekendOp?: string | null;
                        perioden: {
                            /** Format: date */
                            datumBegin: string;
                            opleidingcode?: string | null;
                            onderwijsaanbieder?: string | null;
                            /** @enum {unknown} */
                            indicatieBekostigbaar: "J" | "N";
                            /** @enum {unknown} */
                            leerroute?: "DLR" | "GLR" | null;
                            /** @enum {unknown} */
                            leerroutefase?: "VO" | "MBO" | null;
                            /** Format: date */
                            bekendOp?: string | null;
                            /** Format: date */
                            vervallenOp?: string | null;
                            leerjaar?: number | null;
                            /** @enum {unknown} */
                            leerweg?: "BB" | "KB" | "GL" | "TL" | null;
                        }[];
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    inschrijvingenMbo?: {
                        brin: string;
                        inschrijvingvolgnummer: string;
                        /** Format: date */
                        datumInschrijving: string;
                        /** Format: date */
                        datumUitschrijving?: string | null;
                        /** Format: date */
                        uitschrijvingBekendOp?: string | null;
                        perioden: {
                            /** Format: date */
                            datumBegin: string;
                            opleidingcode?: string | null;
                            onderwijsaanbieder?: string | null;
                            /** @enum {unknown} */
                            indicatieBekostigbaar: "J" | "N";
                            /** @enum {unknown} */
                            leerroute?: "DLR" | "GLR" | null;
                            /** @enum {unknown} */
                            leerroutefase?: "VO" | "MBO" | null;
                            /** Format: date */
                            bekendOp?: string | null;
                            /** Format: date */
                            vervallenOp?: string | null;
                            /** @enum {unknown} */
                            leertraject?: "BOL" | "BBL" | "BOL_DT" | "OVO" | "EX" | "ODT" | null;
                            /** @enum {unknown} */
                            niveau?: "MBO-1" | "MBO-2" | "MBO-3" | "MBO-4" | null;
                        }[];
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    diplomas?: {
                        /** @enum {unknown} */
                        soort: "VMBO" | "HAVO" | "VWO" | "MBO" | "MBO_CERTIFICAAT";
                        /** @enum {unknown} */
                        niveau?: "MBO-1" | "MBO-2" | "MBO-3" | "MBO-4" | null;
                        /** Format: date */
                        datum: string;
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    behaaldeOnderdelen?: {
                        /** Format: date */
                        datum: string;
                        /** @enum {unknown} */
                        soort?: "EXAMENONDERDEEL" | "KEUZEDEEL" | "BPV";
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    afwezigheid?: {
                        /** Format: date */
                        datum: string;
                        uren: number;
                        geoorloofd: boolean;
                        /** @enum {unknown} */
                        sector?: "VO" | "MBO";
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    schoolvakanties?: {
                        /** Format: date */
                        van: string;
                        /** Format: date */
                        tot: string;
                    }[];
                    verzuimmeldingen?: {
                        /** @enum {unknown} */
                        partij: "VO" | "MBO";
                        /** Format: date */
                        begin: string;
                        /** Format: date */
                        eind: string;
                        /** Format: date */
                        ingediendOp: string;
                        /** Format: date */
                        ingetrokkenOp?: string | null;
                        /** Format: date */
                        bekendOp?: string | null;
                        /** Format: date */
                        vervallenOp?: string | null;
                    }[];
                    vragen: {
                        /** Format: date */
                        peildatum: string;
                        /** Format: date */
                        bekendOp?: string | null;
                        verwacht?: {
                            /** @enum {unknown} */
                            fase?: "VO" | "MBO" | "onbepaald" | null;
                            /** @enum {unknown} */
                            verzuim?: "VO" | "MBO" | "onbepaald" | "geen";
                            /** @enum {unknown} */
                            vsv?: "VO" | "MBO" | "onbepaald" | "geen";
                            /** @enum {unknown} */
                            bekostiging?: "VO" | "MBO" | "onbepaald" | "geen";
                            registraties?: {
                                /** @enum {unknown} */
                                rioVo?: "R" | "A" | "W" | "E" | null;
                                /** @enum {unknown} */
                                rioMbo?: "R" | "A" | "W" | "E" | null;
                                /** @enum {unknown} */
                                rodVo?: "R" | "A" | "W" | "E" | null;
                                /** @enum {unknown} */
                                rodMbo?: "R" | "A" | "W" | "E" | null;
                            };
                            signalen?: ("SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA")[];
                            meldplicht?: boolean | null;
                            melding?: {
                                /** @enum {unknown} */
                                partij?: "VO" | "MBO" | "onbepaald";
                                /** Format: date */
                                begin?: string;
                                /** Format: date */
                                eind?: string;
                            } | null;
                            mboVerklaring?: boolean;
                            absoluutVerzuim?: boolean;
                            ispPerioden?: number | null;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description De besluiten, één per vraag en in dezelfde volgorde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Casusbeslissing"];
                };
            };
            400: components["responses"]["Fout400"];
            406: components["responses"]["Fout406"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonSignalen: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
                /** @description BRIN van de school. */
                school?: string;
                /** @description Code van het signaal; de uitleg staat op `/regels`. */
                code?: "SIG-ROUTE-VOOR-2020" | "SIG-LEERJAAR" | "SIG-ENTREE" | "SIG-GLR-NIVEAU" | "SIG-GLR-LEERWEG" | "SIG-NIVEAU-LEERWEG" | "SIG-GLR-OORDEEL-ONTBREEKT" | "SIG-SOK-ONTBREEKT" | "SIG-RIO-ONTBREEKT-VO" | "SIG-RIO-ONTBREEKT-MBO" | "SIG-RIO-PARTNER" | "SIG-FASE-ONTBREEKT" | "SIG-ROUTE-ONTBREEKT" | "SIG-FASE-VERSCHIL" | "SIG-ROUTE-VERSCHIL" | "SIG-FASE-AFWIJKEND" | "SIG-MBO-INSCHRIJVING-ONTBREEKT" | "SIG-VO-UITSCHRIJVING-TE-VROEG" | "SIG-VO-UITSCHRIJVING-MOGELIJK" | "SIG-BEKOSTIGBAAR" | "SIG-VERZUIM-16U" | "SIG-VERZUIM-18PLUS-MOGELIJK" | "SIG-VERZUIM-OVERDRACHT" | "SIG-VERZUIM-VERKEERDE-PARTIJ" | "SIG-VSV" | "SIG-ABSOLUUT-VERZUIM" | "SIG-MBO-VERKLARING" | "SIG-DLR-VMBO-DIPLOMA-ONTBREEKT" | "SIG-GLR-VMBO-DIPLOMA";
                /** @description niveau */
                niveau?: "fout" | "waarschuwing" | "taak" | "info";
                /** @description open: nog niet bekeken. gezien en verklaard: dat zei de school. gesloten: de feiten kloppen weer; dat kan niemand zelf zetten. */
                staat?: "open" | "gezien" | "verklaard" | "gesloten";
                /** @description Betekenisloze sleutel van de deelnemer in dit register. */
                deelnemerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signaalblad"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    telSignalen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De tellingen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Signaaltelling"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonSignaal: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Sleutel van het signaal. */
                signaalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het signaal. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signaal"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    handelSignaalAf: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Sleutel van het signaal. */
                signaalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Signaalafhandeling"];
            };
        };
        responses: {
            /** @description Het signaal. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signaal"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonGebeurtenissen: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg om vooraan te beginnen. */
                na?: string;
                /** @description Wat er gebeurde. */
                soort?: "aangebodenopleidingen.vastgelegd" | "aangebodenopleidingen.gewijzigd" | "aangebodenopleidingen.verwijderd" | "afwezigheden.vastgelegd" | "afwezigheden.gewijzigd" | "deelnemers.gewijzigd" | "diplomas.vastgelegd" | "diplomas.gewijzigd" | "diplomas.verwijderd" | "gezamenlijkeoordelen.vastgelegd" | "gezamenlijkeoordelen.gewijzigd" | "gezamenlijkeoordelen.verwijderd" | "inschrijvingen.vastgelegd" | "inschrijvingen.gewijzigd" | "inschrijvingen.verwijderd" | "interneregelingen.vastgelegd" | "interneregelingen.gewijzigd" | "interneregelingen.verwijderd" | "leerrouteplannen.vastgelegd" | "leerrouteplannen.gewijzigd" | "leerrouteplannen.verwijderd" | "onderdelen.vastgelegd" | "onderdelen.gewijzigd" | "onderdelen.verwijderd" | "praktijkovereenkomsten.vastgelegd" | "praktijkovereenkomsten.gewijzigd" | "praktijkovereenkomsten.verwijderd" | "samenwerkingsovereenkomsten.vastgelegd" | "samenwerkingsovereenkomsten.gewijzigd" | "samenwerkingsovereenkomsten.verwijderd" | "signalen.geopend" | "signalen.gewijzigd" | "signalen.gesloten" | "terugkoppelingen.gereed" | "verzuimmeldingen.vastgelegd" | "verzuimmeldingen.gewijzigd";
                /** @description Hoeveel gebeurtenissen op een bladzijde. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde van het logboek. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gebeurtenisblad"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonGebeurtenisschema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het schema. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        $schema: string;
                        $id: string;
                        title: string;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAbonnementen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De abonnementen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Abonnement"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    maakAbonnement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NieuwAbonnement"];
            };
        };
        responses: {
            /** @description Het abonnement. Het wordt actief zodra uw adres instemt. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Abonnement"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAbonnement: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Sleutel van het abonnement. */
                abonnementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het abonnement. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Abonnement"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigAbonnement: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Sleutel van het abonnement. */
                abonnementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Abonnementwijziging"];
            };
        };
        responses: {
            /** @description Het abonnement. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Abonnement"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    verwijderAbonnement: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Sleutel van het abonnement. */
                abonnementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het abonnement is opgezegd. */
            204: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            412: components["responses"]["Fout412"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonAfleveringen: {
        parameters: {
            query?: {
                /** @description wachtend: komt nog. bezorgd: uw adres antwoordde 2xx. opgegeven: 72 uur geprobeerd. */
                staat?: "wachtend" | "bezorgd" | "opgegeven";
                /** @description De waarde van `volgende` uit het vorige antwoord. */
                cursor?: string;
                /** @description Hoeveel op een bladzijde. */
                pageSize?: number;
            };
            header?: never;
            path: {
                /** @description Sleutel van het abonnement. */
                abonnementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Aflevering"][];
                        /** @description Cursor van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    herhaalAflevering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Sleutel van het abonnement. */
                abonnementId: string;
                /** @description Het `id` van de gebeurtenis. */
                afleveringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Wij sturen het opnieuw. */
            202: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        afleveringId: string;
                        /** @constant */
                        staat: "wachtend";
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOrganisaties: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["School"][];
                        /** @description `cursor` van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                        /** @description `cursor` van de vorige bladzijde; leeg = dit is de eerste. */
                        vorige: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    registreerOrganisatie: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Organisatie"];
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonOrganisatie: {
        parameters: {
            query?: never;
            header?: {
                /** @description De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description BRIN van een school, bestuursnummer van een bestuur, of OIN van een leverancier. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De organisatie. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisatie"];
                };
            };
            /** @description Er is niets veranderd sinds de `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Fout400"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    wijzigOrganisatie: {
        parameters: {
            query?: never;
            header: {
                /** @description De `ETag` van de stand die u wijzigt. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description BRIN van een school, bestuursnummer van een bestuur, of OIN van een leverancier. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Organisatie"];
            };
        };
        responses: {
            /** @description De organisatie zoals zij nu is. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisatie"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            412: components["responses"]["Fout412"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            428: components["responses"]["Fout428"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonSchoolvakanties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De vakanties. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Schoolvakantie"][];
                    };
                };
            };
            400: components["responses"]["Fout400"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    registreerSchoolvakantie: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Schoolvakantie"];
            };
        };
        responses: {
            /** @description Was er al, en is gewijzigd of gelijk gebleven. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            /** @description Nieuw vastgelegd. */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vastgelegd"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            406: components["responses"]["Fout406"];
            409: components["responses"]["Fout409"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            422: components["responses"]["Fout422"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonTelling: {
        parameters: {
            query?: {
                /** @description Telt met wat op deze dag bekend was, in plaats van nu. */
                bekendOp?: string;
            };
            header?: never;
            path: {
                /** @description BRIN van de school. */
                brin: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                teldatum: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description De telling. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Telling"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    toonTellingStudenten: {
        parameters: {
            query?: {
                /** @description De waarde van `volgende` uit het vorige antwoord. Laat weg voor de eerste bladzijde. */
                cursor?: string;
                /** @description Hoeveel regels op een bladzijde, hoogstens 250. */
                pageSize?: number;
                /** @description Telt met wat op deze dag bekend was, in plaats van nu. */
                bekendOp?: string;
            };
            header?: never;
            path: {
                /** @description BRIN van de school. */
                brin: string;
                /** @description Kalenderdag, `jjjj-mm-dd`. */
                teldatum: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Een bladzijde. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regels: components["schemas"]["Tellingregel"][];
                        /** @description `cursor` van de volgende bladzijde; leeg = dit was de laatste. */
                        volgende: string | null;
                        /** @description `cursor` van de vorige bladzijde; leeg = dit is de eerste. */
                        vorige: string | null;
                    };
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    haalRegistratieoverzicht: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
                /** @description De eerste dag. */
                van: string;
                /** @description De laatste dag. */
                totEnMet: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het bestand. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    haalBekostigingsgrondslagen: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
                /** @description Het bekostigingsjaar; 2027 gaat over de telling van 1 oktober 2025. */
                bekostigingsjaar: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het bestand. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    haalGrondslag: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
                /** @description Het jaar waarin het studiejaar begint. */
                studiejaar: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het bestand. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    haalOverzichtAccountant: {
        parameters: {
            query: {
                /** @description BRIN van de school. */
                brin: string;
                /** @description Het jaar waarin het studiejaar begint. */
                studiejaar: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Het bestand. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
    vergelijkBestand: {
        parameters: {
            query?: {
                /** @description Of de nummers in het antwoord heel zijn. */
                nummers?: "afgeschermd" | "volledig";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/xml": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description De verschillen. */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vergelijking"];
                };
            };
            400: components["responses"]["Fout400"];
            401: components["responses"]["Fout401"];
            403: components["responses"]["Fout403"];
            404: components["responses"]["Fout404"];
            406: components["responses"]["Fout406"];
            413: components["responses"]["Fout413"];
            415: components["responses"]["Fout415"];
            429: components["responses"]["Fout429"];
            500: components["responses"]["Fout500"];
            503: components["responses"]["Fout503"];
        };
    };
}
