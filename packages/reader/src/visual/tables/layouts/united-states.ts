import type { Layout } from './layout.ts';

const passport: Layout = {
  issuers: ['USA'],
  formats: ['TD3'],
  rows: ['surname', 'given_names', 'nationality', 'birth_date', 'place_of_birth sex', 'issue_date authority', 'expiry_date', 'remarks'],
  lines: { authority: 2 },
  labels: {
    place_of_birth: 'Place of birth|Lieu de naissance|Lugar de nacimiento',
    issue_date: 'Date of issue|Date de délivrance|Fecha de expedición',
    authority: 'Authority|Autorité|Autoridad',
    remarks: 'Endorsements|Mentions Spéciales|Anotaciones',
  },
  dates: 'named',
};

const visa: Layout = {
  issuers: ['USA'],
  formats: ['MRVA'],
  rows: [
    'authority document_number',
    'surname',
    'given_names visa_type',
    'personal_number sex birth_date nationality',
    'entries issue_date expiry_date',
    'remarks',
  ],
  lines: { remarks: 2 },
  labels: {
    authority: 'Issuing Post Name',
    visa_type: 'Visa Type/Class',
    entries: 'Entries',
    issue_date: 'Issue Date',
    expiry_date: 'Expiration Date',
    remarks: 'Annotation',
  },
  dates: 'named',
};

export const unitedStates: readonly Layout[] = [passport, visa];
