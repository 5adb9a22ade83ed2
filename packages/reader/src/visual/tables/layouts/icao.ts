import type { Layout } from './layout.ts';

/** The fields of a passport's data page in the order of ICAO Doc 9303-4, 4. */
export const icaoRows: Layout['rows'] = [
  'surname',
  'given_names',
  'nationality',
  'birth_date personal_number',
  'sex place_of_birth',
  'issue_date authority',
  'expiry_date',
];

/** ICAO Doc 9303-4, 4: the data page of a passport of a State whose own one is not known. */
export const icaoPassport: Layout = {
  issuers: [],
  formats: ['TD3'],
  rows: icaoRows,
  lines: { authority: 2 },
  dates: 'named',
};
