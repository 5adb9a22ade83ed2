import { describe, expect, test } from 'vitest';
import type { LaidLine } from '../../../test/visual/lay-lines.ts';
import { passport, readLaidPage as read, small } from '../../../test/visual/read-laid-page.ts';

describe('what stands on one line is told apart', () => {
  const names: readonly LaidLine[] = [
    ['ERIKSSON', 100, 65],
    ['ANNA MARIA', 100, 95],
  ];

  test('labels before their values, all in one size', () => {
    const { values } = read(passport, [
      ...names,
      ['3. Nationality: UTOPIAN', 100, 110],
      ['4. Sex: F', 100, 125],
      ['Date of birth: 12 AUG 74', 100, 140],
      ['9. Iss. office: PASSPORT OFFICE', 100, 170],
      ['10. Height 1,82', 100, 185],
    ]);
    expect(values).toMatchObject({
      nationality: 'UTOPIAN',
      sex: 'F',
      birth_date: '12 AUG 74',
      authority: 'PASSPORT OFFICE',
      height: '1,82',
    });
  });

  test('a date and the place beside it', () => {
    const { values } = read(passport, [...names, ['12.08.1974 ZENITH', 100, 140], ['15.04.2012', 100, 200]]);
    expect(values).toMatchObject({ birth_date: '12.08.1974', place_of_birth: 'ZENITH' });
  });

  test('the parts of one value, with a dash between them that was not seen, and not the next value', () => {
    const page = (label: string): LaidLine[] => [
      ...names,
      ['Authority', 100, 180, small],
      ['MUP', 100, 195],
      ['ZENITH', 143, 195],
      [label, 143, 180, small],
    ];
    expect(read(passport, page('x')).values.authority).toBe('MUP ZENITH');
    expect(read(passport, page('Place of birth')).values).toMatchObject({ authority: 'MUP', place_of_birth: 'ZENITH' });
  });

  test('two dates, even without a gap between them', () => {
    for (const line of ['16.04.2007 15.04.2012', '16.04.2007-15.04.2012', '16.04.200715.04.2012'])
      expect(read(passport, [...names, ['12.08.1974', 100, 140], [line, 100, 200]]).values).toMatchObject({ issue_date: '16.04.2007' });
  });
});

test('labels of which letters are misread name their values, and those of others do not', () => {
  const { values } = read(passport, [
    ['5urnarne/Norn', 100, 50, small],
    ['ERIKSSON', 100, 65],
    ['PIace of blrth / Lleu de nalssence', 100, 80, small],
    ['ZENITH', 100, 95],
    ['Authorlty / Aut0rite', 300, 80, small],
    ['PREFECTURE', 300, 95],
    ['Holders signature', 100, 110, small],
    ['NADIR', 100, 125],
  ]);
  expect(values).toEqual({ surname: 'ERIKSSON', place_of_birth: 'ZENITH', authority: 'PREFECTURE' });
});

test('an authority and a place that go on on a second line end at the next label', () => {
  const { values } = read(passport, [
    ['Authority', 100, 50, small],
    ['MINISTRY OF', 100, 65],
    ['FOREIGN AFFAIRS', 100, 79],
    ['Place of birth', 100, 90, small],
    ['NEW ZENITH', 100, 105],
    ['Eyes', 100, 115, small],
    ['BLUE', 100, 130],
  ]);
  expect(values).toMatchObject({ authority: 'MINISTRY OF FOREIGN AFFAIRS', place_of_birth: 'NEW ZENITH', eye_colour: 'BLUE' });
});

test('an authority is rather what its own label names than where it is', () => {
  const { values } = read(passport, [
    ['Place of issue', 300, 50, small],
    ['ZENITH', 300, 65],
    ['Authority', 100, 80, small],
    ['BUREAU AT ZENITH', 100, 95],
  ]);
  expect(values.authority).toBe('BUREAU AT ZENITH');
});

test('what a legible label calls something else is no place of birth, though it stands where one would', () => {
  const page = (label: string) =>
    read(passport, [
      ['ERIKSSON', 100, 65],
      ['ANNA MARIA', 100, 85],
      ['12.08.1974', 100, 115],
      ['F', 100, 145],
      [label, 200, 130, small],
      ['ZENITH', 200, 145],
      ['16.04.2007', 100, 175],
    ]).values.place_of_birth;
  expect([page('Place of origin'), page('xxxxx xx xxxxxx')]).toEqual([undefined, 'ZENITH']);
});

describe('on the front of a card, whose zone is not shown,', () => {
  const labelled = (cells: readonly (readonly [label: string, value: string])[]) =>
    cells.flatMap(([label, value], index): LaidLine[] => [
      [label, 100, 40 + 30 * index, small],
      [value, 100, 55 + 30 * index],
    ]);

  test.each([
    ['KANTOR', 'NAMA', 'ZENITH'],
    ['LAND', 'ANNA', 'HEIMATORT'],
  ])('%s %s of %s has values, though they are labels elsewhere', (surname, given, place) => {
    const { values } = read(
      undefined,
      labelled([
        ['Surname', surname],
        ['Given names', given],
        ['Place of birth', place],
      ]),
    );
    expect(values).toEqual({ surname, given_names: given, place_of_birth: place });
  });

  test('a label of births is none of an expiry, which it resembles', () => {
    const { values } = read(
      undefined,
      labelled([
        ['Primer apellido', 'ERIKSSON'],
        ['Prenombres', 'ANNA'],
        ['Nacimiento', '12 08 1974'],
        ['Vencimiento', '15 04 2027'],
      ]),
    );
    expect(values).toMatchObject({ birth_date: '12 08 1974', expiry_date: '15 04 2027' });
  });

  test('the name of a father is not the holder’s', () => {
    const { values } = read(
      undefined,
      labelled([
        ['Name', 'ANNA MARIA'],
        ['Father name', 'ERIK ERIKSSON'],
        ['Date of birth', '12.08.1974'],
        ['Date of expiry', '15.04.2027'],
      ]),
    );
    expect(Object.values(values)).not.toContain('ERIK ERIKSSON');
  });

  test('the label before a date of birth is no place', () => {
    const { values } = read(undefined, [
      ['Name: Anna Maria', 100, 40],
      ['Date of Birth: 12/08/1974', 100, 56],
      ['Expiry Date: 15/04/2027', 100, 72],
    ]);
    expect(values.place_of_birth).toBeUndefined();
  });

  test('the sex is told in words, and the kind of a permit by its label', () => {
    const { values } = read(
      undefined,
      labelled([
        ['Sex', 'FEMALE'],
        ['Type of permit', 'WORK'],
      ]),
    );
    expect(values).toEqual({ sex: 'FEMALE', visa_type: 'WORK' });
  });
});

test('on a passport the number of an identity card is the person’s, and on a card the card’s', () => {
  const page = (zone: readonly string[] | undefined) =>
    read(zone, [
      ['L898902C3', 430, 35],
      ['ERIKSSON', 100, 65],
      ['Identity card No', 100, 80, small],
      ['AB 123456', 100, 95],
    ]).values;
  expect([page(passport).personal_number, page(undefined).document_number]).toEqual(['AB 123456', 'AB 123456']);
});

test('the sex is told in words, or by its letter behind one of another script', () => {
  const page = (text: string) =>
    read(passport, [
      ['ERIKSSON', 100, 65],
      ['Sex', 100, 80, small],
      [text, 100, 95],
    ]).values.sex;
  expect(['Female', 'FEMENINO', 'P-F', 'Ə / F', 'MALE'].map(page)).toEqual(['Female', 'FEMENINO', 'P-F', 'Ə / F', undefined]);
});

test('a nationality is told by its code behind the State’s own word', () => {
  const turkish = passport.map((line) => line.replace('UTO', 'TUR'));
  const { values, checks } = read(turkish, [
    ['ERIKSSON', 100, 65],
    ['ANNA MARIA', 100, 80],
    ['T.C./TUR', 100, 110],
  ]);
  expect([values.nationality, checks.nationality]).toEqual(['T.C./TUR', 'match']);
});

describe('numbers that no label names', () => {
  test.each(['120874-12345', '740812 1234', '27408121234567', '2740812123456'])('%s says the day of birth, or is too long', (number) => {
    const { values } = read(passport, [
      ['ERIKSSON', 100, 65],
      [number, 100, 95],
    ]);
    expect(values.personal_number).toBe(number.length === 14 ? undefined : number);
  });

  test('an Italian fiscal code has letters and digits where they belong', () => {
    expect(read(passport, [['RSSMRA8OA01H5O1U', 100, 65]]).values.personal_number).toBe('RSSMRA80A01H501U');
  });
});

describe('dates that differ from the zone', () => {
  const expiry = (label: string, date: string, zoneConfidence = 1) =>
    read(
      passport,
      [
        ['ERIKSSON', 100, 65],
        [label, 100, 80, small],
        [date, 100, 95],
      ],
      zoneConfidence,
    );

  test('are a finding where a label names them', () => {
    const { values, checks } = expiry('Date of expiry', '25.04.2017');
    expect([values.expiry_date, checks.expiry_date]).toEqual(['25.04.2017', 'mismatch']);
  });

  test.each([
    ['with a year that was cut off', 'Date of expiry', '15.04.20', 1],
    ['in another order', 'Date of expiry', '04/15/2012', 1],
    ['beside a label that is hardly legible', 'Dnie af exqiiv', '25.04.2017', 1],
    ['from a zone that is hardly legible', 'Date of expiry', '25.04.2017', 0.5],
    ['as another date than that of expiry', 'Date of issue', '25.04.2007', 1],
  ])('are none %s', (_, label, date, zoneConfidence) => {
    expect(expiry(label, date, zoneConfidence).checks.expiry_date).not.toBe('mismatch');
  });
});

describe('names that differ from the zone', () => {
  test('by one letter, where a label names them, however short they are', () => {
    const short = ['P<UTOMULI<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
    const page = (label: string): LaidLine[] => [
      [label, 100, 50, small],
      ['MUDI', 100, 65],
      ['ANNA', 100, 95],
    ];
    expect([read(short, page('Surname / Nom')).checks.surname, read(short, page('Remarks')).checks.surname]).toEqual([
      'mismatch',
      'not_found',
    ]);
  });

  test('but not those of which only an accent was missed', () => {
    const nordic = ['P<UTOSOERENSEN<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
    expect(read(nordic, [['SORENSEN', 100, 65]]).checks.surname).not.toBe('mismatch');
  });
});

test('a passport whose zone is not shown and whose labels are illegible is read in the order of ICAO 9303-3', () => {
  const { values } = read(undefined, [
    ['D23145890', 300, 35],
    ["O'SULLIVAN", 100, 65],
    ['LAUREN', 100, 95],
    ['UTOPIAN', 100, 125],
    ['04 BEA/MAY 1988', 300, 125],
    ['ZENITH', 130, 155],
    ['10 MFÓ/SEP 2013', 100, 185],
    ['09 MFÓ/SEP 2023', 300, 185],
  ]);
  expect(values).toEqual({
    document_number: 'D23145890',
    surname: "O'SULLIVAN",
    given_names: 'LAUREN',
    nationality: 'UTOPIAN',
    birth_date: '04 BEA/MAY 1988',
    place_of_birth: 'ZENITH',
    issue_date: '10 MFÓ/SEP 2013',
    expiry_date: '09 MFÓ/SEP 2023',
  });
});

test('a driving licence has numbers before its values (Directive 2006/126/EC, annex I)', () => {
  const { values } = read(undefined, [
    ['1. SPECIMEN', 100, 30],
    ['2. ANNA', 100, 45],
    ['3. 12.08.1974 ZENITH', 100, 60],
    ['4a. 16.04.2007 4c. UTOPIA TOWN', 100, 75],
    ['4b. 15.04.2022 4d. 740812123', 100, 90],
    ['5. AB123456', 100, 105],
    ['8. 1 HIGH STREET', 100, 120],
  ]);
  expect(values).toMatchObject({
    surname: 'SPECIMEN',
    given_names: 'ANNA',
    birth_date: '12.08.1974',
    place_of_birth: 'ZENITH',
    issue_date: '16.04.2007',
    expiry_date: '15.04.2022',
    authority: 'UTOPIA TOWN',
    personal_number: '740812123',
    document_number: 'AB123456',
    address: '1 HIGH STREET',
  });
});

test('words of another script are those of the State where Latin ones stand beside them', () => {
  const ukrainian = ['P<UKRTEST<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'L898902C36UKR7408122F1204159<<<<<<<<<<<<<<08'];
  const { values } = read(ukrainian, [
    ['TEST', 100, 65],
    ['ANNA', 100, 95],
    ['VKPAIHA/UKRAINE', 100, 110],
    ['Sex', 100, 125, small],
    ['K/F', 100, 140],
  ]);
  expect(values).toMatchObject({ nationality: 'УКРАЇНА/UKRAINE', sex: 'Ж/F' });
});

test('the surname of a parent, which the holder has as well, is not the holder’s', () => {
  const page = (label: string): LaidLine[] => [
    [label, 100, 50, small],
    ['ERIKSSON', 100, 65],
  ];
  expect(read(passport, page("Father's Surname"))).toMatchObject({ values: {}, checks: { surname: 'not_found' } });
  expect(read(passport, page('Surname')).checks.surname).toBe('match');
});

test('a name is the given name where another label says surname', () => {
  const page = (label: string) =>
    read(undefined, [
      ['Name', 100, 50, small],
      ['ANNA', 100, 65],
      [label, 100, 80, small],
      ['ERIKSSON', 100, 95],
    ]).values;
  expect([page('Surname'), page('Remarks').given_names]).toEqual([{ surname: 'ERIKSSON', given_names: 'ANNA' }, undefined]);
});
