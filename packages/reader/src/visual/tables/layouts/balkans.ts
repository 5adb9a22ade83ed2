import type { Layout } from './layout.ts';

/** The holder's address stands on the data page, above the authority. */
const serbianPassport: Layout = {
  issuers: ['SRB'],
  formats: ['TD3'],
  rows: [
    'surname',
    'given_names',
    'nationality',
    'birth_date personal_number',
    'sex place_of_birth',
    'address',
    'authority',
    'issue_date',
    'expiry_date',
  ],
  lines: { address: 2 },
  labels: {
    place_of_birth: 'Место рођења|Place of birth|Lieu de naissance',
    address: 'Пребивалиште|Residence|Domicile',
    authority: 'Орган|Authority|Autorité',
  },
  dates: 'numeric',
};

/** Osobna iskaznica: its front, then its back, which has the zone. */
const croatianCard: Layout = {
  issuers: ['HRV'],
  formats: ['TD1'],
  rows: [
    'surname',
    'given_names',
    'sex nationality',
    'birth_date',
    'document_number',
    'expiry_date',
    'address',
    'authority',
    'personal_number issue_date',
  ],
  lines: { address: 2 },
  dates: 'numeric',
};

export const balkans: readonly Layout[] = [serbianPassport, croatianCard];
