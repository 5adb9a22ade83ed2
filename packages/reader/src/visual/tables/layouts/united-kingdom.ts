import type { Layout } from './layout.ts';

/** Ireland has the same order of fields. */
const passport: Layout = {
  issuers: ['GBR', 'IRL'],
  formats: ['TD3'],
  rows: ['surname', 'given_names', 'nationality', 'birth_date', 'sex place_of_birth', 'issue_date authority', 'expiry_date'],
  labels: {
    place_of_birth: 'Place of birth|Lieu de naissance',
    issue_date: 'Date of issue|Date de délivrance',
    authority: 'Authority|Autorité',
  },
  dates: 'named',
};

/** Residence permits are of the European form. */
export const unitedKingdom: readonly Layout[] = [passport];
