import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import { passport, readLaidPage as read, small } from '../../../test/visual/read-laid-page.ts';
import { findFields } from './find-fields.ts';

describe('values that some documents have, by their labels', () => {
  test('parents, whose surname is the bearer’s', () => {
    const { values } = read(passport, [
      ['ERIKSSON', 100, 65],
      ['ANNA MARIA', 100, 95],
      ['HIJO/A DE', 100, 150, small],
      ['ERIK ERIKSSON / EVA', 100, 165],
    ]);
    expect(values.parents).toBe('ERIK ERIKSSON / EVA');
  });

  test('remarks of a passport', () => {
    const { values } = read(passport, [
      ['ERIKSSON', 100, 65],
      ['Endorsements / Mentions Spéciales / Anotaciones', 100, 150, small],
      ['SEE PAGE 27', 100, 165],
    ]);
    expect(values.remarks).toBe('SEE PAGE 27');
  });

  test('type, entries and duration of a visa; of a passport none', () => {
    const page = [
      ['ERIKSSON', 100, 65],
      ['Visa Type /Class', 300, 80, small],
      ['R', 300, 95],
      ['C1/D', 350, 95],
      ['Entries', 100, 110, small],
      ['MULT', 100, 125],
      ['Duration of stay', 300, 110, small],
      ['30', 300, 125],
    ] as const;
    const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'];
    expect(read(visa, page).values).toMatchObject({ visa_type: 'R C1/D', entries: 'MULT', duration: '30' });
    expect(Object.keys(read(passport, page).values)).not.toContain('visa_type');
  });
});

describe('an office that is known', () => {
  const today = '2026-11-29';
  const austrian = [passport[0]!.replace('UTO', 'AUT'), passport[1]!];
  /** A recogniser that is less sure: a misread letter costs less there. */
  const read90 = (zone: readonly string[], lines: Parameters<typeof layLines>[0]) =>
    findFields(parseMrz([...zone], { today }), layLines(lines, 0.9), today).values;

  test('is written with its own letters where its label has another text almost as it', () => {
    const page = (text: string) =>
      read90(austrian, [
        ['Authority', 100, 80, small],
        [text, 100, 95],
      ]).authority;
    expect(page('MGISTRAT DER STADT WIEN')?.value).toBe('MAGISTRAT DER STADT WIEN');
    expect(page('MGTRAT DER SADT WEN')?.value).toBe('MGTRAT DER SADT WEN');
    expect(page('MGISTRAT DER STADT WIEN')!.confidence).toBeLessThanOrEqual(0.9);
  });

  test('so is a large town of an address, and a small one is not', () => {
    const romanian = [passport[0]!.replace('UTO', 'ROU'), passport[1]!];
    const page = (text: string) =>
      read90(romanian, [
        ['Domiciliu / Adresse / Address', 100, 80, small],
        [text, 100, 95],
      ]).address?.value;
    expect(page('Mun. Bucuești Sec. 5 Str. Iorga nr.3')).toBe('Mun. Bucureşti Sec. 5 Str. Iorga nr.3');
    expect(page('Mun. Brason Str. Iorga nr.3')).toBe('Mun. Brason Str. Iorga nr.3');
  });

  test('is found where no label tells it, and of another State is not', () => {
    const page = (zone: readonly string[]) =>
      read90(zone, [
        ['ERIKSSON', 100, 65],
        ['MAGISTRAT DER STADT WIEN', 100, 300],
      ]).authority?.value;
    expect(page(austrian)).toBe('MAGISTRAT DER STADT WIEN');
    expect(page(passport)).toBeUndefined();
  });

  test('goes on on the next line', () => {
    const french = [passport[0]!.replace('UTO', 'FRA'), passport[1]!];
    const { authority } = read90(french, [
      ['ERIKSSON', 100, 65],
      ['MINISTERE DE', 100, 300],
      ["L'INTERIEUR", 100, 314],
    ]);
    expect(authority?.value).toBe("MINISTERE DE L'INTERIEUR");
  });
});

describe('names in the State’s own script', () => {
  const of = (state: string, names: string) => [`P<${state}${names}`.padEnd(44, '<'), passport[1]!];

  test('Greek ones on the line above', () => {
    const { values } = read(of('GRC', 'POLITIS<<NIKI'), [
      ['TIOAITHE', 100, 50],
      ['POLITIS', 100, 65],
      ['NIKH', 100, 80],
      ['NIKI', 100, 95],
    ]);
    expect(values).toMatchObject({ surname: 'POLITIS', surname_native: 'ΠΟΛΙΤΗΣ', given_names: 'NIKI', given_names_native: 'ΝΙΚΗ' });
  });

  test('Ukrainian ones before the Latin ones', () => {
    const { values } = read(of('UKR', 'TKACHENKO<<MARIANA'), [
      ['TKAHEHKO/TKACHENKO', 100, 50],
      ["MAP'RHA/MARIANA", 100, 80],
    ]);
    expect(values).toMatchObject({ surname_native: 'ТКАЧЕНКО', given_names_native: "МАР'ЯНА" });
  });

  test('another text there is none, and neither is one of a State of Latin script', () => {
    const page = [
      ['NADIR', 100, 50],
      ['POLITIS', 100, 65],
    ] as const;
    expect(read(of('GRC', 'POLITIS<<NIKI'), page).values.surname_native).toBeUndefined();
    expect(read(of('UTO', 'POLITIS<<NIKI'), [['TIOAITHE', 100, 50], page[1]]).values.surname_native).toBeUndefined();
  });

  test('a place of birth above its Latin spelling', () => {
    const { values } = read(of('GRC', 'POLITIS<<NIKI'), [
      ['POLITIS', 100, 65],
      ['Place of birth', 100, 80, small],
      ['AOHNA', 100, 95],
      ['ATHINA', 100, 120],
    ]);
    expect(values.place_of_birth).toBe('ΑΘΗΝΑ ATHINA');
  });
});
