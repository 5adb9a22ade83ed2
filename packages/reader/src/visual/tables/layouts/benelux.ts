import type { Layout } from './layout.ts';

const dutchPassport: Layout = {
  issuers: ['NLD'],
  formats: ['TD3'],
  rows: [
    'surname',
    'given_names',
    'nationality',
    'birth_date personal_number',
    'sex place_of_birth',
    'height',
    'issue_date authority',
    'expiry_date',
  ],
  lines: { authority: 2 },
  labels: {
    place_of_birth: 'geboorteplaats|place of birth|lieu de naissance',
    height: 'lengte|height|taille',
    authority: 'verstrekt door|authority|autorité',
  },
  dates: 'named',
};

/** Identiteitskaart: its front, then its back, which has the zone. */
const dutchCard: Layout = {
  issuers: ['NLD'],
  formats: ['TD1'],
  rows: [
    'document_number',
    'surname',
    'given_names',
    'birth_date sex nationality',
    'place_of_birth',
    'height',
    'issue_date authority',
    'expiry_date',
  ],
  lines: { authority: 2 },
  dates: 'named',
};

const belgianPassport: Layout = {
  issuers: ['BEL'],
  formats: ['TD3'],
  rows: ['surname', 'given_names', 'nationality', 'birth_date place_of_birth', 'sex authority', 'issue_date', 'expiry_date'],
  lines: { authority: 2 },
  labels: {
    place_of_birth: 'Lieu de naissance|Geboorteplaats|Geburtsort|Place of birth',
    authority: 'Autorité|Instantie|Behörde|Authority',
  },
  dates: 'numeric',
};

/** Carte d'identité, identiteitskaart: its front, then its back, which has the zone. */
const belgianCard: Layout = {
  issuers: ['BEL'],
  formats: ['TD1'],
  rows: [
    'surname',
    'given_names',
    'place_of_birth birth_date sex',
    'nationality',
    'document_number',
    'issue_date expiry_date',
    'personal_number',
    'authority',
  ],
  dates: 'numeric',
};

export const benelux: readonly Layout[] = [dutchPassport, dutchCard, belgianPassport, belgianCard];
