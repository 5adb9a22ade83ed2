import { icaoRows } from './icao.ts';
import type { Layout } from './layout.ts';

/** Dowód osobisty: its front, then its back, which has the zone. */
const card: Layout = {
  issuers: ['POL'],
  formats: ['TD1'],
  rows: [
    'surname',
    'given_names',
    'nationality birth_date',
    'document_number sex',
    'expiry_date',
    'personal_number',
    'place_of_birth',
    'birth_name',
    'parents',
    'authority',
    'issue_date',
  ],
  lines: { authority: 2 },
  labels: {
    place_of_birth: 'MIEJSCE URODZENIA|PLACE OF BIRTH',
    birth_name: 'NAZWISKO RODOWE|FAMILY NAME',
    parents: "IMIONA RODZICÓW|PARENTS' GIVEN NAMES",
    authority: 'ORGAN WYDAJĄCY|ISSUING AUTHORITY',
    issue_date: 'DATA WYDANIA|DATE OF ISSUE',
  },
  dates: 'numeric',
};

const passport: Layout = {
  issuers: ['POL'],
  formats: ['TD3'],
  rows: icaoRows,
  lines: { authority: 2 },
  labels: {
    place_of_birth: 'Miejsce urodzenia|Place of birth|Lieu de naissance',
    issue_date: 'Data wydania|Date of issue|Date de délivrance',
    authority: 'Organ wydający|Authority|Autorité',
  },
  dates: 'numeric',
};

export const poland: readonly Layout[] = [card, passport];
