import { icaoRows } from './icao.ts';
import type { Layout } from './layout.ts';

/**
 * Carte de identitate: one side with a zone of two lines; the issuer stands beside the validity.
 */
const card: Layout = {
  issuers: ['ROU'],
  formats: ['TD2'],
  rows: ['personal_number', 'surname', 'given_names', 'nationality sex', 'place_of_birth', 'address', 'authority expiry_date'],
  lines: { place_of_birth: 2, address: 2 },
  labels: {
    place_of_birth: 'Loc naştere|Lieu de naissance|Place of birth',
    address: 'Domiciliu|Adresse|Address',
    authority: 'Emisă de|Délivrée par|Issued by',
    expiry_date: 'Valabilitate|Validité|Validity',
  },
  dates: 'numeric',
};

const passport: Layout = {
  issuers: ['ROU'],
  formats: ['TD3'],
  rows: icaoRows,
  labels: {
    place_of_birth: 'Locul naşterii|Place of birth|Lieu de naissance',
    authority: 'Autoritatea|Authority|Autorité',
  },
  dates: 'named',
};

export const romania: readonly Layout[] = [card, passport];
