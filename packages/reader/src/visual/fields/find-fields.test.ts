import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../test/visual/lay-lines.ts';
import { findFields } from './find-fields.ts';

const today = '2026-11-29';
/** The specimen of ICAO Doc 9303, Part 4, appendix B. */
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
/** That of Part 5, appendix B. */
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

function fieldsOf(zone: readonly string[] | undefined, lines: readonly LaidLine[]) {
  const document = zone && parseMrz([...zone], { today });
  const { values, checks } = findFields(document, layLines(lines), today);
  return { values: Object.fromEntries(Object.entries(values).map(([key, found]) => [key, found?.value])), checks };
}

const small = 6;
const page: readonly LaidLine[] = [
  ['Passport No. / Passeport No', 400, 20, small],
  ['L898902C3', 400, 35],
  ['1. Surname / Nom', 100, 50, small],
  ['ERIKSSON', 100, 65],
  ['2. Given names / Prénoms', 100, 80, small],
  ['ANNA-MARÍA', 100, 95],
  ['3. Nationality / Nationalité', 100, 110, small],
  ['UTOPIAN', 100, 125],
  ['4. Date of birth / Date de naissance', 100, 140, small],
  ['12 AUG/AOÛT 1974', 100, 155],
  ['Personal No.', 400, 140, small],
  ['ZE 184226 B', 400, 155],
  ['5. Sex / Sexe', 100, 170, small],
  ['F', 100, 185],
  ['6. Place of birth / Lieu de naissance', 250, 170, small],
  ['ZENITH', 250, 185],
  ['7. Date of issue / Date de délivrance', 100, 200, small],
  ['16 APR/AVR 2007', 100, 215],
  ['9. Authority / Autorité', 400, 200, small],
  ['PASSPORT OFFICE', 400, 215],
  ['8. Date of expiry', 100, 230, small],
  ['15 APR/AVR 2012', 100, 245],
];
const said = {
  document_number: 'L898902C3',
  surname: 'ERIKSSON',
  given_names: 'ANNA-MARÍA',
  nationality: 'UTOPIAN',
  birth_date: '12 AUG/AOÛT 1974',
  personal_number: 'ZE 184226 B',
  sex: 'F',
  place_of_birth: 'ZENITH',
  issue_date: '16 APR/AVR 2007',
  authority: 'PASSPORT OFFICE',
  expiry_date: '15 APR/AVR 2012',
};
const matching = Object.fromEntries(
  ['surname', 'given_names', 'nationality', 'sex', 'birth_date', 'expiry_date', 'document_number', 'personal_number'].map((key) => [
    key,
    'match',
  ]),
);

describe('a passport as ICAO 9303-3 lays it out', () => {
  test('says what its zone says, and more', () => {
    expect(fieldsOf(passport, page)).toEqual({ values: said, checks: matching });
  });

  test('says it also where no label can be read', () => {
    const { authority, ...others } = said;
    const unlabelled = page.filter(([, , , cap]) => cap !== small);
    expect(fieldsOf(passport, unlabelled)).toEqual({ values: { ...others, authority }, checks: matching });
  });

  test.each([
    ['document_number', 'L898902C3', 'L898702C3'],
    ['surname', 'ERIKSSON', 'ERIKSZON'],
    ['given_names', 'ANNA-MARÍA', 'ANNA-MAKÍA'],
  ])('of which one character of the %s was changed differs from its zone', (key, genuine, forged) => {
    const changed = page.map(([text, ...place]): LaidLine => [text === genuine ? forged : text, ...place]);
    expect(fieldsOf(passport, changed)).toEqual({ values: { ...said, [key]: forged }, checks: { ...matching, [key]: 'mismatch' } });
  });

  test('of which a name is illegible is no finding', () => {
    const blurred = page.map(([text, ...place]): LaidLine => [text === 'ERIKSSON' ? 'EKIXSZOM' : text, ...place]);
    expect(fieldsOf(passport, blurred).checks.surname).toBe('not_found');
  });
});

test('a card whose number is labelled in Spanish, with both surnames on a line each and an address', () => {
  const spanish = ['IDESPBAA000589599999999R<<<<<<', '8001014F2501017ESP<<<<<<<<<<<7', 'ESPANOLA<ESPANOLA<<CARMEN<<<<<'];
  const lines: readonly LaidLine[] = [
    ['PRIMER APELLIDO', 200, 30, small],
    ['ESPAÑOLA', 200, 45],
    ['SEGUNDO APELLIDO', 200, 60, small],
    ['ESPAÑOLA', 200, 75],
    ['NOMBRE', 200, 90, small],
    ['CARMEN', 200, 105],
    ['SEXO', 200, 120, small],
    ['F', 200, 135],
    ['NACIONALIDAD', 270, 120, small],
    ['ESP', 270, 135],
    ['FECHA DE NACIMIENTO', 350, 120, small],
    ['01 01 1980', 350, 135],
    ['NUM SOPORT', 200, 150, small],
    ['BAA000589', 200, 165],
    ['VALIDEZ', 350, 150, small],
    ['01 01 2025', 350, 165],
    ['DOMICILIO', 60, 300, small],
    ['AVDA. DE MADRID S-N', 60, 315],
    ['MADRID', 60, 330],
    ['LUGAR DE NACIMIENTO', 60, 360, small],
    ['MADRID', 60, 375],
  ];
  expect(fieldsOf(spanish, lines).values).toMatchObject({
    surname: 'ESPAÑOLA ESPAÑOLA',
    given_names: 'CARMEN',
    sex: 'F',
    nationality: 'ESP',
    birth_date: '01 01 1980',
    expiry_date: '01 01 2025',
    address: 'AVDA. DE MADRID S-N MADRID',
    place_of_birth: 'MADRID',
  });
});

test('the front of a card, which has no zone, is read by its labels', () => {
  const lines: readonly LaidLine[] = [
    ['Name/Surname/Nom', 200, 30, small],
    ['MUSTERMANN', 200, 45],
    ['Vornamen/Given names/Prénoms', 200, 60, small],
    ['ERIKA', 200, 75],
    ['Geburtstag/Date of birth', 200, 90, small],
    ['12.08.1983', 200, 105],
    ['Geburtsort/Place of birth', 200, 120, small],
    ['BERLIN', 200, 135],
    ['Gültig bis/Date of expiry', 200, 150, small],
    ['01.08.2031', 200, 165],
  ];
  expect(fieldsOf(undefined, lines)).toEqual({
    values: { surname: 'MUSTERMANN', given_names: 'ERIKA', birth_date: '12.08.1983', place_of_birth: 'BERLIN', expiry_date: '01.08.2031' },
    checks: {},
  });
});

test('a page without print has no fields, and nothing of its zone is found', () => {
  expect(fieldsOf(card, [])).toEqual({
    values: {},
    checks: Object.fromEntries(
      ['surname', 'given_names', 'nationality', 'sex', 'birth_date', 'expiry_date', 'document_number'].map((key) => [key, 'not_found']),
    ),
  });
});
