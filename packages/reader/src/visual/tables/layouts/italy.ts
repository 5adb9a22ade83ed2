import type { Layout } from './layout.ts';

/**
 * Carta d'identità elettronica: the municipality stands first, place and date of birth on one row.
 */
const card: Layout = {
  issuers: ['ITA'],
  formats: ['TD1'],
  rows: [
    'authority',
    'surname',
    'given_names',
    'place_of_birth birth_date',
    'sex height nationality',
    'issue_date expiry_date',
    'parents',
    'personal_number',
    'address',
  ],
  lines: { address: 2, parents: 2 },
  labels: {
    authority: 'COMUNE DI|MUNICIPALITY',
    place_of_birth: 'LUOGO E DATA DI NASCITA|PLACE AND DATE OF BIRTH',
    height: 'STATURA|HEIGHT',
    issue_date: 'EMISSIONE|ISSUING',
    expiry_date: 'SCADENZA|EXPIRY',
    personal_number: 'CODICE FISCALE|FISCAL CODE',
    address: 'INDIRIZZO DI RESIDENZA|RESIDENCE',
  },
  dates: 'numeric',
};

const passport: Layout = {
  issuers: ['ITA'],
  formats: ['TD3'],
  rows: ['surname', 'given_names', 'nationality', 'birth_date', 'sex place_of_birth', 'issue_date authority', 'expiry_date'],
  lines: { authority: 2 },
  labels: {
    place_of_birth: 'Luogo di nascita|Place of birth|Lieu de naissance',
    issue_date: 'Data di rilascio|Date of issue|Date de délivrance',
    authority: 'Autorità|Authority|Autorité',
  },
  dates: 'named',
};

export const italy: readonly Layout[] = [card, passport];
