import type { VisualKey } from '../../visual-reading.ts';

/**
 * Labels of identity cards, permits and older documents that passports do not have, parted by `|`,
 * as they are generally known.
 */
export const cardLabels: Readonly<Partial<Record<VisualKey | 'other', string>>> = Object.freeze({
  nationality: 'Staatsbürgerschaft|Ríkisborgararéttur|Kombësia|Uyruk|Cidadania|Citoyenneté|Country of citizenship',
  sex: 'Género',
  place_of_birth: [
    'Plaats en datum van geboorte|Kraj in datum rojstva|Kraj in država rojstva|Mjesto i država rođenja|Općina i država rođenja',
    'Lugar y país de nacimiento|País de nacimiento|País de nascimento|Pays de naissance|Geburtsland|Ort der Geburt|Födelseland',
    'Comune di nascita|Stato di nascita|Nacido en|Nacida en|Nació en|Nascido em Natural de|Departamento de nacimiento|Distrito de nacimiento',
    'Provincia de nacimiento|Place date of birth|Village of birth|State of birth|Fødeby|Gebuertsuert|Lieu naissance|Local nasc|Lugar nac',
    'Lugar de nac|Local nasc Place of birth|Orașul de naștere|Nata a|Naturalità',
  ].join('|'),
  issue_date: [
    'Rilasciato il|Rilasciata il|Emesso il|Emessa il|Emis le|Émise le|Établi le|Établie le|Verildiyi tarix|Verilmiş tarixi',
    'Datum der Ausstellung|Utfärdandedatum|Datum van verstrekking|Data de concessão|Data di emissione|Ausgestellt am Issued on|Emitido el',
    'Data wystawienia|Datum izdanja|Izdato dana|Izdana dne',
  ].join('|'),
  expiry_date: [
    'Card expires|Card expiry|Card expires on|Exp date|Caducidad|Ablaufdatum|Giltig t o m|Gäller till|Einde geldigheid',
    'Bitmə tarixi|Venc|Kehtivuse lõpp|Valida fino al|Valide jusqu au|Válido a|Vrijedi do Date of expiry|Ważny do|Ważna do',
  ].join('|'),
  authority: [
    'Orqanın adı|Fait à|Établi à|Établie à|Bureau émetteur|Serviço emissor|Ente di rilascio|Ufficio di rilascio|Issuing post|Útgefið af',
    'Utstedt av|Udstedt af|Utfärdat av|Utfärdad av|Afgegeven door|Afgegeven te|Kiállítás helye|Mjesto izdavanja|Mesto izdavanja',
    'Nadležni organ|Izsniegts|Expedido en|Expedida en|Oficina emisora|Lugar y fecha de expedición|Fecha y lugar de expedición',
    'Expedido por Issued by|Authorised by|Emessa a|Emesso a|Rilasciata a|Rilasciato a|Autorité ayant délivré|Autoridad que expide',
    'Wydany przez|Vydal Issued by|Verildiyi yer|Verildiği yer ve tarihi|Dato og sted|Issued in',
  ].join('|'),
  document_number: 'No de documento|Número documento|Dokument Nr|Nº documento|Núm documento|Nr dowodu|Seria și nr|Card number No de carte',
  personal_number: [
    'Identification No|N d identification|No de identificación|N Doc|Osobni broj|CPR nr|CPR No|Cod personal|Emirates ID|Iqama No|Voters ID',
    'N registre national|Registernummer|Social security number|USCIS|USCIS No|Alien number|Nº de identificação civil|Nº id civil',
  ].join('|'),
  address: [
    'Nơi cư trú|Yaşadığı yer|Fokontany|Domicili|Heimilisfang|Trvalý pobyt Permanent stay|Permanent stay|Gegenwärtige Anschrift|Localidad',
    'Domicilio Address|Adresse complète|Adresse du titulaire|Residential district|Dirección actual',
  ].join('|'),
  parents: 'Hijo a de|Nome dei genitori|Noms des parents',
  other: [
    'Permanent resident|Permanent resident card|Permanent residence card|Residence card|Cartão de residência|Cartão de residência permanente',
    'Carte de séjour|Carte de résident|Tarjeta de residencia|Permesso di soggiorno|Carta di soggiorno|Verblijfsvergunning|Zezwolenie na pobyt',
    'Karta pobytu|Povolení k pobytu|Povolenie na pobyt|Tartózkodási engedély|Permis de ședere|Dozvola boravka|Dozvola za boravak',
    'Dovoljenje za prebivanje|Leje qëndrimi|Uzturēšanās atļauja|Leidimas gyventi|Elamisluba|Oleskelulupa|Uppehållstillstånd',
    'Oppholdstillatelse|Oppholdskort|Opholdstilladelse|Opholdskort|Dvalarleyfi|İkamet izni|Título de residência|Cédula de ciudadanía',
    'Cédula de identidad|Tarjeta de identidad|Resident since|Resident card|Country of permanent residence|Driving licence|Driver license',
    'Permis de conduire|Rijbewijs|Führerschein|Vozačka dozvola|Førerkort|Ciudadanía|Provincia|Equipo|Vital status|Rodinný stav',
  ].join('|'),
});
