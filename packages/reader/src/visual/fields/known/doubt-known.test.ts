import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../../test/visual/lay-lines.ts';
import { findFields } from '../find-fields.ts';

const today = '2026-11-29';
/** The specimen of ICAO Doc 9303-4, appendix B. */
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const small = 6;

function read(zone: readonly string[] | undefined, ...lines: LaidLine[]) {
  return findFields(zone && parseMrz([...zone], { today }), layLines(lines), today);
}

describe('what the zone says is not sure, or not the value, where it is printed as something else', () => {
  const names: readonly LaidLine[] = [
    ['ERIKSSON', 100, 65],
    ['ANNA MARIA', 100, 95],
  ];

  test('a number with its check digit is printed with it', () => {
    expect(read(passport, ...names, ['L898902C36', 300, 50]).values.document_number?.value).toBe('L898902C36');
  });

  test('the surname of a parent', () => {
    const page = (label: string) => read(passport, [label, 100, 50, small], ['ERIKSSON', 100, 65]);
    const { values, checks } = page("Father's Surname");
    expect([values.surname, checks.surname]).toEqual([undefined, 'not_found']);
    expect(page('Surname').values.surname?.value).toBe('ERIKSSON');
  });

  describe('a surname that is a place as well', () => {
    const place: LaidLine[] = [
      ['ANNA MARIA', 100, 95],
      ['Place of birth', 300, 50, small],
      ['ERIKSSON', 300, 65],
    ];

    test('is not where that is printed, if another line says it or almost does', () => {
      const forged = read(passport, ['ERIKSPON', 100, 65], ...place);
      expect(forged).toMatchObject({
        checks: { surname: 'mismatch' },
        values: { surname: { value: 'ERIKSPON' }, place_of_birth: { value: 'ERIKSSON' } },
      });
      const { checks, values } = read(passport, ['ERIKSSON', 100, 65], ...place);
      expect([checks.surname, values.surname?.stretches[0]?.reading.line.left, values.place_of_birth?.value]).toEqual([
        'match',
        100,
        'ERIKSSON',
      ]);
    });

    test('is kept where nothing else says it', () => {
      expect(read(passport, ...place).checks.surname).toBe('match');
    });
  });

  test.each<[string, LaidLine[]]>([
    ['a place above them', [['Place of birth', 100, 35, small], ['PARIS', 100, 50], ...names]],
    ['a place on its label’s line', [['Place of birth PARIS', 100, 50], ...names]],
    ['an office beside its label', [['Authority', 100, 40, small], ['UTOPIA POLICE', 160, 40], ...names]],
    [
      'a label of a place, on one line',
      [
        ['Place of birth', 100, 50, small],
        ['ERIKSSON ANNA MARIA', 100, 65],
      ],
    ],
  ])('but not names below %s', (_, lines) => {
    expect(read(passport, ...lines).checks).toMatchObject({ surname: 'match', given_names: 'match' });
  });

  test('a name alone that no label names', () => {
    expect(read(passport, ['ERIKSSON', 100, 65]).values.surname!.confidence).toBeLessThanOrEqual(0.9);
    expect(read(passport, ...names).values.surname!.confidence).toBeGreaterThan(0.95);
  });

  test('a date in lower print than other values', () => {
    expect(read(passport, ...names, ['12 08 74', 400, 200, small]).values.birth_date!.confidence).toBeLessThanOrEqual(0.9);
    expect(read(passport, ...names, ['12 08 74', 100, 110]).values.birth_date!.confidence).toBeGreaterThan(0.95);
  });

  test('a date of expiry before another date', () => {
    const expiry = (...dates: LaidLine[]) => read(passport, ...names, ['15.04.2012', 100, 200], ...dates).checks.expiry_date;
    expect([expiry(), expiry(['15.04.2002', 300, 140]), expiry(['15.04.2022', 300, 140])]).toEqual(['match', 'match', 'not_found']);
  });

  test('a date of expiry before another one that is hardly legible, or beside none', () => {
    const document = parseMrz([...passport], { today });
    const find = (certainty: number, ...others: LaidLine[]) =>
      findFields(document, [...layLines([...names, ['15.04.2012', 100, 200]]), ...layLines(others, certainty)], today);
    expect(find(0.95, ['15.04.2022', 300, 140]).checks.expiry_date).toBe('not_found');
    expect(find(0.8, ['15.04.2022', 300, 140]).checks.expiry_date).toBe('match');
    expect(find(1).values.expiry_date!.confidence).toBeLessThanOrEqual(0.9);
    expect(find(0.999, ['15.04.2002', 300, 140]).values.expiry_date!.confidence).toBeGreaterThan(0.95);
  });

  test('a number of the zone’s optional data that no label names', () => {
    const number = (...label: LaidLine[]) => read(passport, ...names, ['ZE184226B', 100, 140], ...label).values.personal_number!.confidence;
    expect(number()).toBeLessThanOrEqual(0.94);
    expect(number(['Personal number', 100, 128, small])).toBeGreaterThan(0.95);
  });

  test('digits that hang together are no date', () => {
    const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F0808081ZE184226B<<<<<12'];
    const { values, checks } = read(zone, ...names, ['88 08', 100, 140]);
    expect([values.expiry_date, checks.expiry_date]).toEqual([undefined, 'not_found']);
  });

  test('six digits that name no day are looked for as they are', () => {
    const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO1102294F1204159ZE184226B<<<<<18'];
    const { values } = read(zone, ...names, ['06.09.2006', 100, 110], ['29.02.1911', 100, 125]);
    expect(values.birth_date?.value).toBe('29.02.1911');
  });

  test('given names that their label names and the zone has otherwise', () => {
    const found = read(passport, ['ERIKSSON', 100, 65], ['Given names', 100, 80, small], ['BERTA', 100, 95]).values.given_names!;
    expect([found.value, found.confidence]).toEqual(['BERTA', 0.8]);
  });
});

describe('names that the zone cut off', () => {
  const zone = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<ALEXANDRI'];

  test('go on in print, on their line or the next', () => {
    const { values, checks } = read(zone, ['ERIKSSON', 100, 65], ['ANNA MARIA ALEXANDRINA EVA', 100, 95]);
    expect([values.given_names?.value, checks.given_names]).toEqual(['ANNA MARIA ALEXANDRINA EVA', 'match']);
    expect(values.given_names!.confidence).toBeLessThanOrEqual(0.94);
    const next = read(zone, ['ERIKSSON', 100, 65], ['ANNA MARIA', 100, 95], ['ALEXANDRINA', 100, 110]);
    expect(next.values.given_names?.value).toBe('ANNA MARIA ALEXANDRINA');
  });

  test('but not what ends before they do, nor another name', () => {
    const page = (text: string) => read(zone, ['ERIKSSON', 100, 65], [text, 100, 95]).checks.given_names;
    expect([page('ANNA MARIA ALEXA'), page('BANNA MARIA ALEXANDRINA')].filter((check) => check === 'match')).toEqual([]);
  });

  test('a zone with room left has all of them', () => {
    expect(read(passport, ['ERIKSSON', 100, 65], ['ANNA MARIANNE', 100, 95]).checks.given_names).not.toBe('match');
  });
});

describe('nationality and sex', () => {
  const greek = ['P<GRCERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36GRC7408122F1204159ZE184226B<<<<<10'];
  const birth: LaidLine = ['12.08.1974', 100, 140];

  test('stand behind their labels on a line', () => {
    const { values } = read(
      greek,
      ['ERIKSSON', 100, 65],
      ['3. 1@ayveia/Nallonallty, EAAHNIKH / HELLENIC', 100, 110],
      ['4. Oulo/Sex, F', 100, 125],
      birth,
      ['GRC', 100, 20],
    );
    expect([values.nationality?.value, values.sex?.value]).toEqual(['ΕΛΛΗΝΙΚΗ / HELLENIC', 'F']);
  });

  test('end before what stands beside them', () => {
    const german = ['IDD<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L898902C36D<<7408122F1204159<<<<<<<8'];
    expect(read(german, ['ERIKSSON', 100, 65], birth, ['DEUTSCH / 07.', 100, 155]).values.nationality?.value).toBe('DEUTSCH');
  });

  test('are found as a code that is a label as well, and of a state that is not known', () => {
    const of = (code: string, ...lines: LaidLine[]) =>
      read(
        ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', `L898902C36${code}7408122F1204159ZE184226B<<<<<10`],
        ['ERIKSSON', 100, 65],
        birth,
        ...lines,
      ).checks.nationality;
    expect(of('CAN', ['CAN', 300, 140])).toBe('match');
    expect([of('COU', ['COUNTRY', 300, 140]), of('COU', ['COUNT', 300, 140], ['COURT', 300, 155])]).toEqual(['match', 'not_found']);
  });

  test('may be small behind their label, but not elsewhere', () => {
    const french = ['P<FRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36FRA7408122F1204159ZE184226B<<<<<18'];
    const page = (text: string) => read(french, ['ERIKSSON', 100, 65], birth, [text, 300, 20, small]).checks.nationality;
    expect([page('Nationalité Française'), page('Française')]).toEqual(['match', 'not_found']);
  });

  test('are no parts of labels', () => {
    const page = (text: string) => read(undefined, ['Citizenship', 100, 50, small], [text, 100, 65]).values.nationality?.value;
    expect([page('Datu'), page('dad'), page('UTOPIAN')]).toEqual([undefined, undefined, 'UTOPIAN']);
  });

  test('a letter alone near the date of birth is the sex, two of them are not', () => {
    const page = (...lines: LaidLine[]) => read(undefined, ['Date of birth', 100, 125, small], birth, ...lines).values.sex?.value;
    expect([page(['F', 100, 160]), page(['F', 100, 160], ['M', 300, 160])]).toEqual(['F', undefined]);
  });
});

test('a date that is printed as none prints it is not sure', () => {
  const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408052F1204159ZE184226B<<<<<12'];
  const sure = (date: string) =>
    read(zone, ['ERIKSSON', 100, 65], ['ANNA MARIA', 100, 95], [date, 100, 110]).values.birth_date!.confidence > 0.9;
  expect(['05.08.1974', '5.08.1974', '05.08/1974', '05 AUG 1974', '05 AUG.1974', '05. AUG. 1974'].map(sure)).toEqual([
    true,
    false,
    false,
    true,
    false,
    true,
  ]);
});
