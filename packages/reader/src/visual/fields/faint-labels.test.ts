import { expect, test } from 'vitest';
import { passport, readLaidPage as read, small } from '../../../test/visual/read-laid-page.ts';

test('given names stand below the surname that a label names', () => {
  const { values } = read(undefined, [
    ['Surname / Nom', 100, 50, small],
    ['ERIKSSON', 100, 65],
    ['FORENAVESN PRENOMAS', 100, 80, small],
    ['ANNA MARIA', 100, 95],
    ['Date of birth', 100, 110, small],
    ['12.08.1974', 100, 125],
  ]);
  expect(values).toMatchObject({ surname: 'ERIKSSON', given_names: 'ANNA MARIA' });
});

test('of two dates on a line each label names the one below it', () => {
  const { values } = read(undefined, [
    ['Date of birth', 100, 50, small],
    ['12.08.1974', 100, 65],
    ['Date of expiry', 212, 80, small],
    ['16.04.2017 15.04.2027', 100, 95],
  ]);
  expect(values).toMatchObject({ birth_date: '12.08.1974', expiry_date: '15.04.2027' });
});

test('letters between strokes, and the code of a State, are no authority', () => {
  const page = (text: string) =>
    read(passport, [
      ['ERIKSSON', 100, 65],
      ['12.08.1974', 100, 95],
      ['15.04.2012', 100, 125],
      [text, 100, 140],
    ]);
  expect([page('Y/1/Y').values.authority, page('GRC').values.authority, page('A.B.C.').values.authority]).toEqual([
    undefined,
    undefined,
    'A.B.C.',
  ]);
});

test('a height behind a label that is hardly legible', () => {
  expect(
    read(passport, [
      ['ERIKSSON', 100, 65],
      ['10. Yyog Heiiqkl 1,82', 100, 95],
    ]).values.height,
  ).toBe('1,82');
});

test('behind the letters of a number no O stands', () => {
  expect(
    read(undefined, [
      ['Passport No', 100, 50, small],
      ['ZOOOOO12', 100, 65],
    ]).values.document_number,
  ).toBe('Z0000012');
});
