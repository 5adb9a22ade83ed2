import type { Layout } from './layout.ts';

/** Documento nacional de identidad: its front, then its back, which has the zone. */
const card: Layout = {
  issuers: ['ESP'],
  formats: ['TD1'],
  codes: /^ID/,
  rows: ['surname', 'given_names', 'sex nationality', 'birth_date', 'support_number expiry_date', 'address', 'place_of_birth', 'parents'],
  lines: { surname: 2, address: 3, place_of_birth: 2 },
  labels: {
    surname: 'APELLIDOS',
    given_names: 'NOMBRE',
    birth_date: 'FECHA DE NACIMIENTO',
    support_number: 'NUM SOPORT|IDESP',
    expiry_date: 'VALIDEZ',
    address: 'DOMICILIO',
    place_of_birth: 'LUGAR DE NACIMIENTO',
    parents: 'HIJO/A DE',
  },
  dates: 'numeric',
};

const passport: Layout = {
  issuers: ['ESP'],
  formats: ['TD3'],
  rows: [
    'surname',
    'given_names',
    'nationality',
    'birth_date personal_number',
    'sex place_of_birth',
    'issue_date',
    'expiry_date',
    'authority',
  ],
  lines: { surname: 2 },
  labels: {
    birth_date: 'Fecha de nacimiento|Date of birth',
    place_of_birth: 'Lugar de nacimiento|Place of birth',
    issue_date: 'Fecha de expedición|Date of issue',
    expiry_date: 'Fecha de caducidad|Date of expiry',
    authority: 'Autoridad|Authority',
  },
  dates: 'numeric',
};

/** The card of a foreigner (NIE) is a residence permit of the European form. */
export const spain: readonly Layout[] = [card, passport];
