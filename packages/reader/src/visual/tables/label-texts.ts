import type { VisualKey } from '../visual-reading.ts';

/**
 * What stands above or before a value, parted by `|`: the labels of ICAO 9303-3, 3.1 in English,
 * French and Spanish, and national ones. `other` are those of values that are not wanted, so that
 * they are not taken for values.
 */
export const labelTexts: Readonly<Record<VisualKey | 'other', string>> = Object.freeze({
  surname: [
    'Surname|Name|Nom|Apellidos|Primer apellido|Segundo apellido|Cognome|Apelido|Apelidos|Nazwisko',
    'Příjmení|Priezvisko|Prezime|Priimek|Családi név|Nume|Uzvārds|Pavardė|Perekonnanimi|Sukunimi',
    'Efternamn|Etternavn|Efternavn|Kenninafn|Naam|Soyadı|Soyad|Mbiemri|Nachname',
  ].join('|'),
  given_names: [
    'Given names|Given name|First names|Forenames|Prénoms|Prénom|Nombre|Nombres|Nome|Nomes|Vornamen',
    'Vorname|Imiona|Jméno|Jména|Meno|Ime|Utónév|Prenume|Vārds|Vardas|Eesnimi|Etunimet|Förnamn|Fornavn',
    'Eiginnafn|Voornamen|Adı|Emri',
  ].join('|'),
  birth_name: ['Name at birth|Birth name|Geburtsname|Nom de naissance|Née|Születési név|Rodné příjmení', 'Nazwisko rodowe|Geboren'].join(
    '|',
  ),
  nationality: [
    'Nationality|Nationalité|Nacionalidad|Cittadinanza|Nacionalidade|Staatsangehörigkeit|Obywatelstwo',
    'Státní občanství|Štátne občianstvo|Državljanstvo|Állampolgárság|Cetăţenie|Pilsonība|Pilietybė',
    'Kodakondsus|Kansalaisuus|Medborgarskap|Nationalitet|Statsborgerskap|Ríkisfang|Nationaliteit|Uyruğu',
    'Vətəndaşlığı|Shtetësia|Nationalitas|Citizenship',
  ].join('|'),
  sex: [
    'Sex|Sexe|Sexo|Sesso|Geschlecht|Płeć|Pohlaví|Pohlavie|Spol|Nem|Dzimums|Lytis|Sugu|Sukupuoli|Kön',
    'Kjønn|Køn|Kyn|Geslacht|Cinsiyeti|Cinsi|Gjinia',
  ].join('|'),
  birth_date: [
    'Date of birth|Date de naissance|Fecha de nacimiento|Data di nascita|Data de nascimento|Geburtsdatum',
    'Geburtstag|Data urodzenia|Datum narození|Dátum narodenia|Datum rođenja|Datum rojstva|Születési idő',
    'Data naşterii|Dzimšanas datums|Gimimo data|Sünniaeg|Syntymäaika|Födelsedatum|Fødselsdato',
    'Fæðingardagur|Geboortedatum|Doğum tarihi|Datëlindja|Nascita',
  ].join('|'),
  place_of_birth: [
    'Place of birth|Lieu de naissance|Lugar de nacimiento|Luogo di nascita|Luogo e data di nascita',
    'Naturalidade|Local de nascimento|Geburtsort|Miejsce urodzenia|Místo narození|Miesto narodenia',
    'Mjesto rođenja|Kraj rojstva|Születési hely|Loc naştere|Locul naşterii|Dzimšanas vieta|Gimimo vieta',
    'Sünnikoht|Syntymäpaikka|Födelseort|Fødested|Fæðingarstaður|Geboorteplaats|Plaats van geboorte',
    'Doğum yeri|Vendlindja|Place of birth Lieu de naissance',
  ].join('|'),
  issue_date: [
    'Date of issue|Date de délivrance|Fecha de expedición|Fecha de emisión|Data di rilascio|Emissione',
    'Data de emissão|Ausstellungsdatum|Ausgestellt am|Data wydania|Datum vydání|Dátum vydania',
    'Datum izdavanja|Datum izdaje|Kiállítás dátuma|Data emiterii|Izdošanas datums|Išdavimo data',
    'Väljaandmise kuupäev|Myönnetty|Utfärdat|Utstedt|Útgáfudagur|Datum van afgifte|Veriliş tarihi',
    'Verilmə tarixi|Data e lëshimit|Issue date|Issued',
  ].join('|'),
  expiry_date: [
    "Date of expiry|Date of expiration|Date d'expiration|Fecha de caducidad|Fecha de expiración",
    'Fecha de vencimiento|Data di scadenza|Scadenza|Data de validade|Válido até|Gültig bis|Data ważności',
    'Termin ważności|Platnost do|Platné do|Vrijedi do|Velja do|Érvényességi idő|Valabilitate',
    'Derīguma termiņš|Galioja iki|Kehtiv kuni|Viimeinen voimassaolopäivä|Giltigt till|Gyldig til',
    'Gildir til|Geldig tot|Son geçerlilik|Etibarlıdır|Data e skadimit|Valid until|Expiry date|Expires',
    'Validez|Card expiry date',
  ].join('|'),
  authority: [
    'Authority|Issuing authority|Autorité|Autoridad|Autorità|Autoridade|Behörde|Ausstellende Behörde',
    'Organ wydający|Vydal|Úřad|Nadležno tijelo|Izdano kod|Kiállító hatóság|Autoritatea|Emisă de',
    'Eliberat de|Izdevējiestāde|Išdavė|Väljaandja|Viranomainen|Myndighet|Myndighed|Stjórnvald|Instantie',
    'Veren makam|Orqan|Autoriteti|Comune di|Place of issue|Lieu de délivrance|Lugar de expedición',
    'Issued by|Délivré par|Ausgestellt von|Issuing office|Pejabat|Tempat pengeluaran|Issuing post name',
  ].join('|'),
  document_number: [
    'Passport No|Passport number|Document No|Document number|Passeport No|No du passeport|Pasaporte No',
    'Número de pasaporte|Passaporto N|Reisepass Nr|Ausweisnummer|Card number|Número de documento',
    'Nr paszportu|Číslo dokladu|Broj|Útlevél száma|Paspoortnummer|Pasaport No|Identity card number',
    'Card No|Control number',
  ].join('|'),
  personal_number: [
    'Personal No|Personal number|Personal code|Identity number|Identification number|No personnel',
    'Número personal|Codice fiscale|Fiscal code|Rodné číslo|Osobní číslo|OIB|EMŠO|PESEL|Numer PESEL',
    'Személyi azonosító|CNP|Personas kods|Asmens kodas|Isikukood|Henkilötunnus|Personnummer',
    'Fødselsnummer|Kennitala|BSN|Persoonsnummer|Kimlik No|Şəxsi nömrə|Numri personal|NUIP',
    'National number|Numéro national|Rijksregisternummer|DNI|NIE|Record No|ID No|Civil ID No',
  ].join('|'),
  support_number: 'Num soport|IDESP|Número de soporte|Support number',
  card_access_number: 'CAN|Card access number|Zugangsnummer',
  address: [
    'Address|Adresse|Domicile|Domicilio|Dirección|Residenza|Indirizzo di residenza|Indirizzo|Morada',
    'Anschrift|Wohnort|Adres|Adres zameldowania|Trvalý pobyt|Prebivalište|Stalno prebivališče|Lakcím',
    'Domiciliu|Dzīvesvieta|Elukoht|Residence|Permanent residence|Lugar de domicilio|Woonplaats',
  ].join('|'),
  height: [
    'Height|Taille|Estatura|Talla|Statura|Altura|Größe|Wzrost|Výška|Visina|Augums|Ūgis|Pikkus|Pituus',
    'Längd|Høyde|Højde|Hæð|Lengte|Boyu|Gjatësia',
  ].join('|'),
  eye_colour: ['Colour of eyes|Couleur des yeux|Color de ojos|Augenfarbe|Kolor oczu|Barva očí|Boja očiju|Kleur ogen', 'Eye colour'].join(
    '|',
  ),
  other: [
    'Type|Tipo|Typ|Code|Country code|Código del país|Code du pays|Issuing State|Código|Kod|Signature',
    "Holder's signature|Signature du titulaire|Firma del titular|Firma|Unterschrift|Podpis",
    'Signature of bearer|Passport|Passeport|Pasaporte|Reisepass|Passaporto|Identity card',
    "Carte nationale d'identité|Documento nacional de identidad|Carta d'identità|Carta di identità",
    'Personalausweis|Residence permit|Titre de séjour|Titel',
    'Visa|Remarks|Endorsements|Observations|Type of permit|Repubblica Italiana',
    'Hijo a de|Filiação|Padre e madre|Specimen',
    'Annotations|Anotaciones|Mentions spéciales|Religious name|Order',
  ].join('|'),
});
