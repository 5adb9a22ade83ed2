/**
 * Labels of values that are not wanted, parted by `|`, so that neither they nor what they name is
 * taken for a value: of fields of ICAO 9303-3, 3.1 besides, and of what States add to them.
 */
export const otherLabels: string = [
  'Type|Tipo|Typ|Code|Country code|Código del país|Code du pays|Issuing State|Código|Kod|Signature|Tüp|Tür',
  "Holder's signature|Signature du titulaire|Firma del titular|Firma|Unterschrift|Podpis|Handtekening|Underskrift",
  'Signature of bearer|Passport|Passeport|Pasaporte|Reisepass|Passaporto|Identity card|Pasaport|Paszport|Útlevél',
  "Carte nationale d'identité|Documento nacional de identidad|Carta d'identità|Carta di identità|Dowód osobisty",
  'Personalausweis|Residence permit|Titre de séjour|Aufenthaltstitel|Titel|Osobna iskaznica|Občanský průkaz',
  'Visa|Repubblica Italiana|Signature of holder|Citizen card',
  'Estado civil|Allekirjoitus|Parakst|Parašas|Aláírás|İmza',
  'Religious name|Order|Profession|Occupation|Beruf|Profession Profesión',
  "Father's name|Mother's name|Spouse name|Mother's maiden name|Father's surname|Mother's surname|Father|Mother|Name of father legal guardian|Marital status",
  'Potpis|Podpis držitele|Nenshkrimi|Semnătura|Semnatura titularului|Holder s signature Signature du titulaire',
  'Unterschrift der Inhaberin|Signature of bearer Signature du titulaire|Assinatura|Firma del titolare|Fingerprint',
  'Country|State|Pays|Land|País|Code of issuing State|Code State|Category|Bearer|Ordensname|Künstlername',
  'Religious name or pseudonym|Nom d usage|Nombre del padre|Grupo sanguíneo|Blood type|Nom d épouse|Alias',
  'Väljaandja riik|Väljaandja riik Issuing State|Staatsangehörige|Member State|European Union|Carte d identité|Kartu|Kimlik kartı|Identiteitskaart|Bundesrepublik',
  'Previous passport No|Previous passport number|Old passport No|Tracking number|Booklet number|File No|File number',
  'Reference No|Reg No|No Reg|Registration No|Ocupación|Profissão|Professione|Colour of hair|Color of hair',
  'Couleur des cheveux|Special peculiarities|Distinguishing marks|Visible marks|Signes particuliers',
  'Señas particulares|Religion|Blood group|Groupe sanguin|Middle name|Middle names|Second name|Title of name',
  'Country of issue|Issuing country|Pays émetteur|País emisor|Name of spouse|Husband’s name|Nom du conjoint',
  'Nom du père|Nom de la mère|Nom et prénom de la mère|Mother’s full name|Father name|Mother name|Nome do pai',
  'Nome da mãe|Nombre de la madre|Authority signature|Signature of authority|Signature de l autorité',
  'Authorised signature|Situation de famille|Estado civil Marital status|Estado civil|Personal status|Valid for',
  'Valable pour|Emergency contact|Voter number|Card serial number|Date of registration|Domicile code|Grade|Rank',
  'Employer|Sponsor|Estremi atto di nascita|Birth certificate No|Acte de naissance No|Acta de nacimiento',
  'Country of stay|Country of residence|Centre d’enregistrement|Full names of father|Segundo nombre|Ubigeo|Grupo votación',
].join('|');
