import type { Layout } from './layout.ts';

/** Cartão de cidadão: its front, then its back, which has the zone. */
const card: Layout = {
  issuers: ['PRT'],
  formats: ['TD1'],
  codes: /^I/,
  rows: ['surname', 'given_names', 'sex height nationality birth_date', 'document_number expiry_date', 'parents'],
  lines: { surname: 2, parents: 4 },
  labels: { height: 'ALTURA|HEIGHT', parents: 'FILIAÇÃO|PARENTS' },
  dates: 'numeric',
};

const passport: Layout = {
  issuers: ['PRT'],
  formats: ['TD3'],
  rows: [
    'surname',
    'given_names',
    'nationality height',
    'birth_date personal_number',
    'sex place_of_birth',
    'issue_date authority',
    'expiry_date',
  ],
  labels: {
    place_of_birth: 'Local de nascimento|Place of birth|Lieu de naissance',
    issue_date: 'Data de emissão|Date of issue|Date de délivrance',
    authority: 'Autoridade|Authority|Autorité',
  },
  dates: 'numeric',
};

export const portugal: readonly Layout[] = [card, passport];
