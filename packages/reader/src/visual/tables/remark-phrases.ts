/** What permits and passports remark, in the words of the offices that print it. */
export const remarkPhrases: readonly string[] = Object.freeze([
  'NO RECOURSE TO PUBLIC FUNDS',
  'NO PUBLIC FUNDS',
  'NO WORK',
  'WORK PERMITTED',
  'WORK LIMITED',
  'SEE PAGE',
  'EMPLOYMENT PERMITTED',
  'ERWERBSTÄTIGKEIT GESTATTET',
  'ERWERBSTÄTIGKEIT NICHT GESTATTET',
  'AUTORISE SON TITULAIRE À TRAVAILLER',
  'AUTORIZA A TRABAJAR',
  'PERMESSO UNICO LAVORO',
]);
