import type { Layout } from './layout.ts';

/** ICAO Doc 9303-4, 4: the data page of a passport of a State whose own one is not known. */
export const icaoPassport: Layout = {
  issuers: [],
  formats: ['TD3'],
  rows: [
    'surname',
    'given_names',
    'nationality',
    'birth_date personal_number',
    'sex place_of_birth',
    'issue_date authority',
    'expiry_date',
  ],
  lines: { authority: 2 },
  dates: 'named',
};
