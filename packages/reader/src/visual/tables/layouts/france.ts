import type { Layout } from './layout.ts';

/** Carte nationale d'identité of 2021: its front, then its back, which has the zone. */
const card: Layout = {
  issuers: ['FRA'],
  formats: ['TD1'],
  codes: /^ID/,
  rows: [
    'surname',
    'given_names',
    'sex nationality birth_date',
    'place_of_birth',
    'document_number expiry_date',
    'height',
    'issue_date',
    'address',
  ],
  lines: { address: 4, place_of_birth: 2 },
  labels: { place_of_birth: 'LIEU DE NAISSANCE|Place of birth', height: 'TAILLE|Height', address: 'ADRESSE|Address' },
  dates: 'numeric',
};

/** Carte nationale d'identité of 1988: the zone, of two lines of 36 signs, is on its front. */
const oldCard: Layout = {
  issuers: ['FRA'],
  formats: ['FRA-ID'],
  rows: ['document_number nationality', 'surname', 'given_names', 'sex birth_date', 'place_of_birth', 'height'],
  labels: { birth_date: 'Né(e) le', place_of_birth: 'à', height: 'Taille' },
  dates: 'numeric',
};

const passport: Layout = {
  issuers: ['FRA'],
  formats: ['TD3'],
  rows: [
    'surname',
    'given_names',
    'nationality sex height eye_colour',
    'birth_date place_of_birth',
    'issue_date address',
    'authority',
    'expiry_date',
  ],
  lines: { address: 3, authority: 2, given_names: 2 },
  labels: {
    place_of_birth: 'Lieu de naissance|Place of birth',
    issue_date: 'Date de délivrance|Date of issue',
    address: 'Domicile|Residence',
    authority: 'Autorité|Authority',
  },
  dates: 'numeric',
};

export const france: readonly Layout[] = [card, oldCard, passport];
