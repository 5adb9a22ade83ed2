/**
 * How documents print months, January first: abbreviations and words of the languages of their
 * issuers and the English and French of ICAO 9303-3, 3.1.
 */
const tables: readonly string[] = Object.freeze([
  'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC', // English
  'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER',
  'JANV FEV MARS AVR MAI JUIN JUIL AOUT SEPT OCT NOV DEC', // French
  'JAN FÉV MAR AVR MAI JUIN JUIL AOÛT SEPT OCT NOV DÉC',
  'JANVIER FÉVRIER MARS AVRIL MAI JUIN JUILLET AOÛT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE',
  'ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC', // Spanish
  'GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC', // Italian
  'JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ', // German
  'JÄN FEB MRZ APR MAI JUN JUL AUG SEP OKT NOV DEZ',
  'JAN FEV MAR ABR MAI JUN JUL AGO SET OUT NOV DEZ', // Portuguese
  'JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC', // Dutch
  'STY LUT MAR KWI MAJ CZE LIP SIE WRZ PAŹ LIS GRU', // Polish
  'IAN FEB MAR APR MAI IUN IUL AUG SEP OCT NOI DEC', // Romanian
  'JAN FEB MAR APR MAJ JUN JUL AUG SEP OKT NOV DEC', // Swedish, Danish, Albanian, Slovene
  'JAN FEB MAR APR MAI JUN JUL AUG SEP OKT NOV DES', // Norwegian
  'JAN FEB MAR APR MAÍ JÚN JÚL ÁGÚ SEP OKT NÓV DES', // Icelandic
  'JAN FÉB MÁR ÁPR MÁJ JÚN JÚL AUG SZEP OKT NOV DEC', // Hungarian
  'JAN VEEBR MÄRTS APR MAI JUUNI JUULI AUG SEPT OKT NOV DETS', // Estonian
  'OCA ŞUB MAR NİS MAY HAZ TEM AĞU EYL EKİ KAS ARA', // Turkish
  'TAMMI HELMI MAALIS HUHTI TOUKO KESÄ HEINÄ ELO SYYS LOKA MARRAS JOULU', // Finnish
  'EAN FEA MÁR AIB BEA MEI IÚI LÚN MFÓ DFÓ SAM NOL', // Irish
  'JAN FRA MAR APR MEJ ĠUN LUL AWW SET OTT NOV DIĊ', // Maltese
  'JAN FEB MAC APR MEI JUN JUL OGO SEP OKT NOV DIS', // Malay
  'JAN FEB MAR APR MEI JUN JUL AGU SEP OKT NOV DES', // Indonesian
  'YAN FEV MAR APR MAY İYN İYL AVQ SEN OKT NOY DEK', // Azerbaijani
]);

/** All names of each month, January first, each once. */
export const monthNames: readonly (readonly string[])[] = Object.freeze(
  Array.from({ length: 12 }, (_, month) => [...new Set(tables.map((table) => table.split(' ')[month]!))]),
);
