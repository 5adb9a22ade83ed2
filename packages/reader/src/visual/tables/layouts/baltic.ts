import type { Layout } from './layout.ts';

/** The height stands between nationality and sex, the authority on the left. */
const latvianPassport: Layout = {
  issuers: ['LVA'],
  formats: ['TD3'],
  rows: [
    'surname',
    'given_names',
    'nationality height sex',
    'birth_date personal_number',
    'authority place_of_birth',
    'issue_date',
    'expiry_date',
  ],
  lines: { authority: 2, place_of_birth: 2 },
  labels: {
    height: 'Augums|Height|Taille',
    authority: 'Izdevējiestāde|Authority|Autorité',
    place_of_birth: 'Dzimšanas vieta|Place of birth|Lieu de naissance',
  },
  dates: 'numeric',
};

export const baltic: readonly Layout[] = [latvianPassport];
