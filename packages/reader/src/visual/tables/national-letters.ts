/** Letters with accents of the languages in which a state prints documents, as capitals. */
const letters: Readonly<Record<string, string>> = Object.freeze({
  spanish: 'ÁÉÍÓÚÑÜ',
  portuguese: 'ÁÂÃÀÇÉÊÍÓÔÕÚ',
  french: 'ÀÂÇÉÈÊËÎÏÔÙÛÜŒŸÆ',
  german: 'ÄÖÜẞ',
  italian: 'ÀÈÉÌÒÙ',
  dutch: 'ËÏÖÜÉÈ',
  polish: 'ĄĆĘŁŃÓŚŹŻ',
  czech: 'ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ',
  slovak: 'ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ',
  hungarian: 'ÁÉÍÓÖŐÚÜŰ',
  romanian: 'ĂÂÎŞŢ',
  turkish: 'ÇĞİÖŞÜ',
  azerbaijani: 'ÇƏĞİÖŞÜ',
  southSlavic: 'ČĆĐŠŽ',
  slovene: 'ČŠŽ',
  albanian: 'ÇË',
  latvian: 'ĀČĒĢĪĶĻŅŠŪŽ',
  lithuanian: 'ĄČĘĖĮŠŲŪŽ',
  estonian: 'ÄÕÖÜŠŽ',
  nordic: 'ÅÄÆØÖÉ',
  icelandic: 'ÁÆÐÉÍÓÖÚÝÞ',
  maltese: 'ĊĠĦŻÀ',
  irish: 'ÁÉÍÓÚ',
  catalan: 'ÀÇÈÉÍÏÒÓÚÜ',
});

/**
 * The languages of a state's documents by its code in the zone; states that are not here print
 * none.
 */
const languages: Readonly<Record<string, string>> = Object.freeze({
  ESP: 'spanish catalan',
  AND: 'catalan french spanish',
  MEX: 'spanish',
  COL: 'spanish',
  ARG: 'spanish',
  CHL: 'spanish',
  PER: 'spanish',
  VEN: 'spanish',
  ECU: 'spanish',
  BOL: 'spanish',
  PRY: 'spanish',
  URY: 'spanish',
  CRI: 'spanish',
  GTM: 'spanish',
  HND: 'spanish',
  SLV: 'spanish',
  NIC: 'spanish',
  PAN: 'spanish',
  CUB: 'spanish',
  DOM: 'spanish',
  GNQ: 'spanish french',
  PRT: 'portuguese',
  BRA: 'portuguese',
  AGO: 'portuguese',
  MOZ: 'portuguese',
  CPV: 'portuguese',
  FRA: 'french',
  MCO: 'french',
  BEL: 'french dutch german',
  LUX: 'french german',
  CHE: 'german french italian',
  LIE: 'german',
  CAN: 'french',
  SEN: 'french',
  CIV: 'french',
  CMR: 'french',
  COG: 'french',
  COD: 'french',
  MAR: 'french',
  DZA: 'french',
  TUN: 'french',
  BEN: 'french',
  BFA: 'french',
  MLI: 'french',
  NER: 'french',
  TGO: 'french',
  GAB: 'french',
  GIN: 'french',
  TCD: 'french',
  CAF: 'french',
  BDI: 'french',
  RWA: 'french',
  HTI: 'french',
  MDG: 'french',
  D: 'german',
  DEU: 'german',
  AUT: 'german',
  ITA: 'italian german',
  SMR: 'italian',
  VAT: 'italian',
  NLD: 'dutch',
  POL: 'polish',
  CZE: 'czech',
  SVK: 'slovak',
  HUN: 'hungarian',
  ROU: 'romanian',
  MDA: 'romanian',
  TUR: 'turkish',
  AZE: 'azerbaijani',
  HRV: 'southSlavic',
  SRB: 'southSlavic',
  BIH: 'southSlavic',
  MNE: 'southSlavic',
  RKS: 'albanian southSlavic',
  SVN: 'slovene',
  MKD: 'southSlavic',
  ALB: 'albanian',
  LVA: 'latvian',
  LTU: 'lithuanian',
  EST: 'estonian',
  FIN: 'nordic',
  SWE: 'nordic',
  NOR: 'nordic',
  DNK: 'nordic',
  ISL: 'icelandic',
  MLT: 'maltese',
  IRL: 'irish',
  CYP: 'turkish',
  UTO: 'spanish french german',
}); // prettier-ignore

/** The languages of a state's documents; none where they are not known. */
export function languagesOf(issuer: string | undefined): string[] {
  return (languages[issuer ?? ''] ?? '').split(' ').filter((language) => language !== '');
}

/** Signs that share a class, as an issuer's language writes them. */
const ownSigns: Readonly<Record<string, readonly (readonly [sign: string, own: string])[]>> = Object.freeze({
  ISL: [
    ['Đ', 'Ð'],
    ['đ', 'ð'],
  ],
  ROU: [
    ['Ş', 'Ș'],
    ['ş', 'ș'],
    ['Ţ', 'Ț'],
    ['ţ', 'ț'],
  ],
});

/** A text with the signs that the issuer's language has. */
export function withOwnSigns(text: string, issuer: string | undefined): string {
  return (ownSigns[issuer ?? ''] ?? []).reduce((changed, [sign, own]) => changed.replaceAll(sign, own), text);
}

/** The accented letters that a state's documents are full of, capital and small. */
export function nationalLetters(issuer: string | undefined): string {
  const capitals = languagesOf(issuer)
    .map((language) => letters[language] ?? '')
    .join('');
  return capitals + capitals.toLowerCase() + (capitals.includes('ẞ') ? 'ß' : '') + (capitals.includes('İ') ? 'ı' : '');
}
