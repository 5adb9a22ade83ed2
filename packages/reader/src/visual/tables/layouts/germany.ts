import type { Layout } from './layout.ts';

/** Personalausweis: its front, then its back, which has the zone. */
const card: Layout = {
  issuers: ['D'],
  formats: ['TD1'],
  rows: [
    'surname',
    'birth_name',
    'given_names',
    'birth_date nationality',
    'place_of_birth',
    'expiry_date card_access_number',
    'address eye_colour',
    'height',
    'issue_date',
    'authority',
  ],
  lines: { address: 3, authority: 2 },
  labels: {
    place_of_birth: 'GEBURTSORT|PLACE OF BIRTH|LIEU DE NAISSANCE',
    address: 'ANSCHRIFT|ADDRESS|ADRESSE',
    eye_colour: 'AUGENFARBE|COLOUR OF EYES',
    height: 'GRÖSSE|HEIGHT|TAILLE',
    issue_date: 'DATUM|DATE',
    authority: 'BEHÖRDE|AUTHORITY|AUTORITÉ',
  },
  dates: 'numeric',
};

/** Reisepass: two columns; the authority stands last, beside the signature. */
const passport: Layout = {
  issuers: ['D'],
  formats: ['TD3'],
  rows: ['surname', 'given_names', 'nationality birth_date', 'sex place_of_birth', 'issue_date expiry_date', 'authority'],
  lines: { authority: 2 },
  labels: {
    place_of_birth: 'Geburtsort|Place of birth|Lieu de naissance',
    issue_date: 'Ausstellungsdatum|Date of issue|Date de délivrance',
    authority: 'Behörde|Authority|Autorité',
  },
  dates: 'numeric',
};

export const germany: readonly Layout[] = [card, passport];
