"""Words that stand on documents, as tables: names and places of many countries, months, labels, authorities, streets."""

# Given names, surnames, places and the accented letters of a language; common ones, put together at random, so that they name nobody.
LANGUAGES = {
    "spanish": {
        "given": "Carmen José María Ángel Lucía Íñigo Begoña Iván Sofía Andrés Raúl Inés Óscar Nicolás Ramón Concepción",
        "family": "García Martínez López Sánchez Pérez Gómez Núñez Muñoz Ibáñez Peña Castaño Domínguez Ordóñez Zúñiga Ávila Vázquez",
        "places": "Madrid Sevilla Cádiz Málaga León Ávila Logroño Coruña Mérida Córdoba Bogotá Lima México Medellín Cuzco Quito",
        "accents": "áéíóúñü",
    },
    "portuguese": {
        "given": "João António Conceição Luís Inês Tomás Lourenço Sebastião Mónica Estêvão Cecília Beatriz Gonçalo",
        "family": "Gonçalves Araújo Magalhães Simões Assunção Brandão Guimarães Conceição Fontão Leitão Varão Coração Silva",
        "places": "Lisboa Évora Guimarães Fátima Braga Açores Setúbal Brasília Luanda Covilhã Oeiras Portimão",
        "accents": "áâãàçéêíóôõú",
    },
    "french": {
        "given": "Hélène François Maëlys Gaëlle Étienne Zoé Loïc Anaïs Noël Élodie Agnès Jérôme Chloé Benoît Océane",
        "family": "Lefèvre Béranger Lemaître Dubois Châtelain Français Géraud Noël Müller Rivière Forêt Bénézet Prévost",
        "places": "Paris Besançon Orléans Évreux Saint-Étienne Nîmes Liège Genève Neuchâtel Fort-de-France Mâcon Béziers",
        "accents": "àâçèéêëîïôùûüœÿ",
    },
    "german": {
        "given": "Jürgen Björn Käthe Günther Sören Jörg Bärbel Hedwig Anneliese Lütfi Götz Erika Änne",
        "family": "Müller Schröder Köhler Groß Weiß Schäfer König Bäcker Jäger Kühn Möller Mustermann Überall Österreicher",
        "places": "München Köln Düsseldorf Würzburg Gießen Lübeck Nürnberg Zürich Innsbruck Wien Görlitz Münster Bern",
        "accents": "äöüß",
    },
    "italian": {
        "given": "Niccolò Elena Giosuè Mosè Chiara Noè Lucia Gianpaolo Teresa Beatrice",
        "family": "Rossi Bianchi Nicolò Cantù Dessì Forlì Esposito Orrù De'Medici D'Amico Pirlò Sanò",
        "places": "Roma Forlì Cantù Padova Cefalù Mondovì Sanremo L'Aquila Nardò Patti Torino Agliè",
        "accents": "àèéìòù",
    },
    "polish": {
        "given": "Łukasz Małgorzata Paweł Wojciech Stanisław Żaneta Świętosława Bożena Michał Józef Grażyna",
        "family": "Wiśniewska Dąbrowski Kowalczyk Zieliński Woźniak Wójcik Łęcki Źródło Świątek Gżegżółka Kamiński",
        "places": "Łódź Kraków Gdańsk Wrocław Poznań Białystok Częstochowa Toruń Rzeszów Świnoujście Żory",
        "accents": "ąćęłńóśźż",
    },
    "czech": {
        "given": "Jiří Tomáš Zdeněk Lukáš Věra Růžena Ondřej Žofie Štěpán Lenka Ľubomír Mária Ján",
        "family": "Dvořák Černý Růžička Šťastný Žák Kučera Kříž Beneš Němec Hruška Čížek Ťukal Ďurica Ňuňák Ľuptáková",
        "places": "Praha Plzeň Olomouc Ústí Třebíč Děčín Bratislava Žilina Košice Říčany Šumperk Poděbrady",
        "accents": "áčďéěíňóřšťúůýžľĺŕäô",
    },
    "hungarian": {
        "given": "Zoltán Ágnes Győző Erzsébet Tünde Jenő László Kálmán Ödön Etelka Örs",
        "family": "Kovács Szabó Tóth Nagy Horváth Őri Szűcs Bárány Gyümölcs Vörösmarty Űrhajós Fenyő",
        "places": "Budapest Győr Pécs Székesfehérvár Szeged Érd Hódmezővásárhely Gyöngyös Szűgy",
        "accents": "áéíóöőúüű",
    },
    "romanian": {
        "given": "Ștefan Ioana Cătălin Mădălina Ionuț Florența Raluca Gheorghiță Săndel Crăița",
        "family": "Popescu Ștefănescu Țuțuianu Brâncuși Mănescu Răducan Bălănescu Ghiță Câmpeanu",
        "places": "București Brașov Iași Constanța Târgu Bacău Galați Timișoara Bistrița Chișinău Râmnicu",
        "accents": "ăâîşţ",
    },
    "turkish": {
        "given": "Ayşe Gülşen İbrahim Çağla Özgür Oğuz Şeyma Işıl Ümit Ömer Məmməd Əli Günəş Rəşad",
        "family": "Yılmaz Öztürk Çelik Şahin Doğan Işık İnönü Güneş Əliyev Hüseynli Məmmədov Kılıç Çağlayan",
        "places": "İstanbul Ankara Diyarbakır Şırnak Muğla Bakı Gəncə Sumqayıt Çanakkale İzmir Eskişehir",
        "accents": "çğıöşüəiİ",
    },
    "croatian": {
        "given": "Željko Đurđica Božidar Šime Dražen Ćiril Anđela Jasminka Špela Žiga",
        "family": "Đurić Šimić Kovačević Župan Čačić Perić Mlađan Žnidarič Kranjčar Uzorak Hočevar",
        "places": "Zagreb Šibenik Požega Čakovec Đakovo Ljubljana Škofja Žalec Beograd Niš Podgorica Nikšić",
        "accents": "čćđšž",
    },
    "baltic": {
        "given": "Jānis Līga Ģirts Ķērsta Māra Žydrė Ūla Kęstutis Jūratė Ąžuolas Rūta Liene Kārlis Mari-Liis Õnne",
        "family": "Bērziņš Ozolkalna Ļūdēns Ķirsis Paraudziņš Jonaitienė Šimkūnaitė Žukauskas Įžas Männik Tõnisson Öövel",
        "places": "Rīga Liepāja Jūrmala Daugavpils Vilnius Šiauliai Panevėžys Ķemeri Tallinn Pärnu Põlva Võru Ēdole",
        "accents": "āčēģīķļņšūžąęėįųõäöü",
    },
    "nordic": {
        "given": "Þóra Björk Ægir Sören Åse Øystein Guðrún Jóhann Ærø Åke Päivi Jyrki Þuríður Ösp Märta Bjørn",
        "family": "Jónsdóttir Ævarsdóttir Þórðarson Sørensen Åkesson Bjørnstad Ødegård Mäkelä Hämäläinen Öberg Væring",
        "places": "Reykjavík Ísafjörður Århus Malmö Jyväskylä Tromsø Ålesund Göteborg Køge Hafnarfjörður Åbo",
        "accents": "åäöæøþðáéíóúý",
    },
    "english": {
        "given": "Jodie Pippa Henry Alice Oliver Grace Walter Hollie Quentin Zelda Xavier Brian Callie Joyce",
        "family": "Brown O'Connor Smith-Jones McArthur Wright Fitzgerald Young Sample Traveler Citizen Quigley Bell",
        "places": "London Washington, D.C. New York Ottawa Canberra Dublin Wellington Jakarta Singapore Manila Kabul Quezon Accra",
        "accents": "",
    },
    "maltese": {
        "given": "Ġorġ Ċensa Ħanna Żeppi Ġulja Ċettina",
        "family": "Żammit Ħaż-Żabbar Ġauci Ċachia Borġ Farruġia",
        "places": "Valletta Għargħur Mġarr Żurrieq Ħamrun Birżebbuġa Għaxaq",
        "accents": "ċġħżà",
    },
    "dutch": {
        "given": "Wilhelmina Daniël Zoë Joost Geërfde Noëlle Marijke Pieter Ruud",
        "family": "de Bruijn van der Meer Coöperatie IJsbrand ten Kate Reünie van 't Hof Janssen Wouters",
        "places": "Amsterdam 's-Gravenhage Antwerpen Curaçao IJmuiden Sankt Vith Brussel Aalst Specimenstad",
        "accents": "ëïöüéè",
    },
}

COUNTRIES = (
    "DEUTSCH ESPAÑOLA FRANÇAISE BRITISH CITIZEN ITALIANA PORTUGUESA NEDERLANDSE BELG ČESKÁ REPUBLIKA CZECH REPUBLIC POLSKIE MAGYAR ROMÂNĂ SUOMI SVENSK NORSK DANSK "
    "ÍSLENSKT ICELANDIC LATVIJAS EESTI LIETUVOS HRVATSKO SLOVENSKO SLOVENSKÁ TÜRK AZƏRBAYCAN AZERBAIJAN UKRAINE CANADIAN CANADIENNE AUSTRALIAN UNITED STATES OF AMERICA "
    "FILIPINO INDIAN CHINESE BRASILEIRO MEXICANA COLOMBIANA AFGHAN HELLENIC ÖSTERREICH SCHWEIZ SUISSE SVIZZERA IRISH ÉIREANNACH MALTESE ISRAELI JAPAN KOREA MOLDOVA ALBANIA "
    "Sénégalaise Română Belgierin Shqiptare Polskie Deutsch Nederlandse Española Utopian UTO ESP DEU FRA ITA GBR PRT NLD BEL POL ROU USA HRV SVK EST LVA SWE CAN AUS"
)

MONTHS = (
    "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(),
    "JAN FEV MARS AVR MAI JUIN JUIL AOÛT SEPT OCT NOV DÉC".split(),
    "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC".split(),
    "GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC".split(),
    "JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ".split(),
    "JAN FEV MAR ABR MAI JUN JUL AGO SET OUT NOV DEZ".split(),
    "STY LUT MAR KWI MAJ CZE LIP SIE WRZ PAŹ LIS GRU".split(),
    "JAN FEB MAR APR MAÍ JÚN JÚL ÁGÚ SEP OKT NÓV DES".split(),
    "JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC".split(),
    "January February March April May June July August September October November December".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
)

LABELS = (
    "Surname|Given names|Nationality|Date of birth|Sex|Place of birth|Date of issue|Date of expiry|Authority|Passport No.|Type|Country code|Holder's signature|Personal No.|Height|"
    "Document No.|Name|Identity card|Residence permit|Visa|Valid until|Place of issue|Colour of eyes|Address|Card access number|Issuing State|"
    "Nom|Prénoms|Nationalité|Date de naissance|Sexe|Lieu de naissance|Date de délivrance|Date d'expiration|Autorité|Passeport N°|Taille|Domicile|Titre de séjour|"
    "Apellidos|Nombre|Nacionalidad|Fecha de nacimiento|Sexo|Lugar de nacimiento|Fecha de expedición|Fecha de caducidad|Autoridad|Pasaporte N°|Documento Nacional de Identidad|Domicilio|Hijo/a de|"
    "Name / Surname / Nom|Vornamen / Given names / Prénoms|Staatsangehörigkeit|Geburtstag|Geburtsort|Ausstellungsdatum|Gültig bis|Behörde|Größe|Augenfarbe|Anschrift|Geburtsname|"
    "Cognome|Cittadinanza|Data di nascita|Luogo di nascita|Data di rilascio|Data di scadenza|Statura|Comune di|Indirizzo|Codice fiscale|"
    "Apelido(s)|Nome(s)|Data de nascimento|Naturalidade|Data de emissão|Válido até|Filiação|Altura|"
    "Nazwisko|Imiona|Obywatelstwo|Data urodzenia|Płeć|Miejsce urodzenia|Data wydania|Data ważności|Organ wydający|"
    "Příjmení|Jméno|Státní občanství|Datum narození|Místo narození|Datum vydání|Platnost do|Rodné číslo|Pohlaví|"
    "Prezime|Ime|Državljanstvo|Datum rođenja|Spol|Vrijedi do|Tijelo izdavanja|Prebivalište|"
    "Családi név|Utónév|Állampolgárság|Születési idő|Születési hely|Érvényességi idő|Kiállító hatóság|Anyja neve|"
    "Nume|Prenume|Cetăţenie|Loc naştere|Domiciliu|Emisă de|Valabilitate|Uzvārds|Vārds|Pilsonība|Dzimšanas datums|Personas kods|"
    "Naam|Voornamen|Nationaliteit|Geboortedatum|Geslacht|Plaats van geboorte|Geldig tot|Soyadı|Adı|Uyruğu|Doğum tarihi|Efternamn|Födelsedatum|Etternavn|Fødselsdato|Sukunimi|Kansalaisuus|"
    "REPUBLIC|KINGDOM|EUROPEAN UNION|PASSPORT|IDENTITY CARD|NATIONAL ID|SPECIMEN|CARTE NATIONALE D'IDENTITÉ|RÉPUBLIQUE|REISEPASS|PERSONALAUSWEIS|CARTA DI IDENTITÀ|REPUBBLICA|UNIÓN EUROPEA"
).split("|")

AUTHORITIES = (
    "MINISTRY OF INTERNAL AFFAIRS|MINISTÈRE DE L'INTÉRIEUR|PRÉFECTURE DE POLICE|PREFECTURE DU {p}|STADT {p}|LANDESHAUPTSTADT {p}|STADTVERWALTUNG {p}|BURGEMEESTER VAN {p}|HM PASSPORT OFFICE|"
    "UNITED STATES DEPARTMENT OF STATE|MINISTRO AFFARI ESTERI|QUESTURA DI {p}|COMUNE DI {p}|DIRECCIÓN GENERAL DE LA POLICÍA|PU {p}|MUP RH|PREZYDENT M. {p}|MAGISTRÁT MĚSTA {p}|POLISEN {p}|"
    "POLISMYNDIGHETEN {p}|POLIISI|POLITI|ÞJÓÐSKRÁ|DFA {p}|SPCLEP {p}|D.E.P.A.B.D.|I.N.E.P.|SRPC {p}|PMLP {p} 1.NODAĻA|GOVT OF {p}|KONSULAT {p}|EMBASSY OF {p}|BH {p}|KMEHB|BM-I|AUSWÄRTIGES AMT|"
    "REPUBLIC OF {p}|GATINEAU|UKPA|IPS|DGP-EDS {p}|SEF|IRN {p}|Ministerium des Innern|Kreis {p}|Landratsamt {p}|Sous-préfecture de {p}"
).split("|")

STREETS = (
    "Avda. de {p} {n}|Calle {f} {n} {n2}º A|C/ {f} N {n}|Rua {f} {n}, {n2} dto|Via {f} {n}|Viale delle {p} {n}|{n} rue {f}|{n} avenue de {p}|{f}straße {n}|{f}weg {n}|{p}er Allee {n}|"
    "Str. {f} nr.{n} bl.{n2} sc.1 et.2 ap.{n}|Mun. {p} Sec. {n2}|Jud. {p} Com. {f}|ul. {f} {n}/{n2}|{n} {f} Street|{n} High St, {p}|{f}laan {n}|{f}utca {n}.|{z} {p}|{p} ({s})|{p}, {p}|PL. {f} {n}"
).split("|")
