import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../../test/visual/lay-lines.ts';
import { layouts } from '../../tables/layouts/layout-of.ts';
import { findFields } from '../find-fields.ts';

const today = '2026-11-29';

/** Specimens of ICAO Doc 9303-4, -5, -6 and -7, appendix B, as if another State had issued them. */
const zones = {
  TD3: (state: string) => [
    `P<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<`,
    'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  ],
  TD2: (state: string) => [`I<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<`, 'D231458907UTO7408122F1204159<<<<<<<6'],
  TD1: (state: string, code = 'ID') => [
    `${code}${state.padEnd(3, '<')}D231458907<<<<<<<<<<<<<<<`,
    '7408122F1204159UTO<<<<<<<<<<<6',
    'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  ],
  MRVB: (state: string) => [`V<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<`, 'L8988901C4XXX4009078F9612109<<<<<<<<'],
  MRVA: (state: string) => [
    `V<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<`,
    'L8988901C4XXX4009078F96121096ZE184226B<<<<<<',
  ],
};

/** A page on which no label is legible: only where values stand tells them. */
type Specimen = {
  readonly name: string;
  readonly zone: readonly string[];
  readonly page: readonly LaidLine[];
  readonly expected: Readonly<Record<string, string>>;
};

const names: readonly LaidLine[] = [
  ['L898902C3', 430, 35],
  ['ERIKSSON', 100, 60],
  ['ANNA MARIA', 100, 85],
];

const specimens: readonly Specimen[] = [
  {
    name: 'Spain, back of the identity card',
    zone: zones.TD1('ESP'),
    page: [
      ...names,
      ['12 08 1974', 100, 110],
      ['15 04 2012', 200, 135],
      ['CALLE ALTA 1', 100, 160],
      ['NADIR', 100, 174],
      ['ZENITH', 100, 200],
      ['UTOPIA', 100, 214],
    ],
    expected: {},
  },
  {
    name: 'Spain, passport',
    zone: zones.TD3('ESP'),
    page: [
      ...names,
      ['12 08 1974', 100, 140],
      ['F', 100, 165],
      ['ZENITH', 250, 165],
      ['16 04 2007', 100, 190],
      ['15 04 2012', 100, 215],
      ['OFICINA CENTRAL', 100, 240],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'OFICINA CENTRAL', issue_date: '16 04 2007' },
  },
  {
    name: 'Italy, identity card',
    zone: zones.TD1('ITA', 'C<'),
    page: [
      ['BORGO NADIR', 100, 30],
      ...names,
      ['ZENITH', 100, 110],
      ['12.08.1974', 260, 110],
      ['F', 100, 135],
      ['168', 160, 135],
      ['15.04.2012', 260, 160],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'BORGO NADIR' },
  },
  {
    name: 'Italy, passport',
    zone: zones.TD3('ITA'),
    page: [
      ...names,
      ['12 AGO/AUG 1974', 100, 135],
      ['F', 100, 160],
      ['ZENITH (UT)', 250, 160],
      ['16 APR/APR 2007', 100, 185],
      ['MINISTRO NADIR', 300, 185],
      ['15 APR/APR 2012', 100, 210],
    ],
    expected: { place_of_birth: 'ZENITH (UT)', authority: 'MINISTRO NADIR' },
  },
  {
    name: 'France, passport',
    zone: zones.TD3('FRA'),
    page: [
      ...names,
      ['F', 220, 110],
      ['12 08 1974', 100, 135],
      ['ZENITH', 260, 135],
      ['16 04 2007', 100, 160],
      ['1 RUE HAUTE', 260, 160],
      ['12345 ZENITH', 260, 172],
      ['BUREAU CENTRAL', 100, 186],
      ['15 04 2012', 100, 215],
    ],
    expected: { place_of_birth: 'ZENITH', address: '1 RUE HAUTE 12345 ZENITH' },
  },
  {
    name: 'Germany, passport',
    zone: zones.TD3('D'),
    page: [
      ...names,
      ['12.08.1974', 300, 110],
      ['F', 100, 135],
      ['ZENITH', 250, 135],
      ['16.04.2007', 100, 160],
      ['15.04.2012', 300, 160],
      ['GEMEINDEAMT', 100, 185],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'GEMEINDEAMT' },
  },
  {
    name: 'Portugal, passport',
    zone: zones.TD3('PRT'),
    page: [
      ...names,
      ['12-08-1974', 100, 135],
      ['F', 100, 160],
      ['ZENITH', 250, 160],
      ['16-04-2007', 100, 185],
      ['SERVICO CENTRAL', 250, 185],
      ['15-04-2012', 100, 210],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'SERVICO CENTRAL' },
  },
  {
    name: 'United Kingdom, passport',
    zone: zones.TD3('GBR'),
    page: [
      ...names,
      ['12 AUG/AOUT 74', 100, 135],
      ['F', 100, 160],
      ['ZENITH', 250, 160],
      ['16 APR/AVR 07', 100, 185],
      ['UKPA', 300, 185],
      ['15 APR/AVR 12', 100, 210],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'UKPA' },
  },
  {
    name: 'Netherlands, passport',
    zone: zones.TD3('NLD'),
    page: [
      ...names,
      ['12 AUG/AUG 1974', 100, 135],
      ['F', 100, 160],
      ['Zenith', 250, 160],
      ['1,75 m', 100, 185],
      ['16 APR/APR 2007', 100, 210],
      ['Burg. van Zenith', 320, 210],
      ['15 APR/APR 2012', 100, 235],
    ],
    expected: { place_of_birth: 'Zenith', height: '1,75 m', authority: 'Burg. van Zenith' },
  },
  {
    name: 'Belgium, passport',
    zone: zones.TD3('BEL'),
    page: [...names, ['12 08 1974', 100, 135], ['ZENITH', 260, 135], ['F-V', 100, 160], ['16 04 2007', 100, 185], ['15 04 2012', 100, 210]],
    expected: { place_of_birth: 'ZENITH', issue_date: '16 04 2007' },
  },
  {
    name: 'Poland, passport',
    zone: zones.TD3('POL'),
    page: [
      ...names,
      ['12.08.1974', 100, 135],
      ['F', 100, 160],
      ['ZENITH', 250, 160],
      ['16.04.2007', 100, 185],
      ['WOJEWODA UTOPII', 250, 185],
      ['15.04.2012', 100, 210],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'WOJEWODA UTOPII' },
  },
  {
    name: 'Romania, identity card',
    zone: zones.TD2('ROU'),
    page: [
      ...names,
      ['F', 300, 110],
      ['Jud. UT Mun. Zenith', 100, 135],
      ['Str. Nadir nr.1', 100, 172],
      ['S.P.C.L.E.P. Zenith', 100, 200],
      ['16.04.07-15.04.2012', 320, 200],
    ],
    expected: { authority: 'S.P.C.L.E.P. Zenith' },
  },
  {
    name: 'United States, passport',
    zone: zones.TD3('USA'),
    page: [
      ...names,
      ['12 Aug 1974', 100, 135],
      ['ZENITH, NADIR', 100, 160],
      ['F', 320, 160],
      ['16 Apr 2007', 100, 185],
      ['United States', 300, 185],
      ['Department of State', 300, 199],
      ['15 Apr 2012', 100, 212],
      ['SEE PAGE 27', 100, 240],
    ],
    expected: { place_of_birth: 'ZENITH, NADIR', authority: 'United States Department of State', remarks: 'SEE PAGE 27' },
  },
  {
    name: 'Serbia, passport with the address',
    zone: zones.TD3('SRB'),
    page: [
      ...names,
      ['12.08.1974', 100, 135],
      ['F', 100, 160],
      ['ZENITH', 250, 160],
      ['NADIR', 100, 185],
      ['GORNJA 1', 100, 199],
      ['MUP R SRBIJE, PU ZA GRAD BEOGRAD', 100, 224],
      ['16.04.2007', 100, 249],
      ['15.04.2012', 100, 274],
    ],
    expected: { place_of_birth: 'ZENITH', address: 'NADIR GORNJA 1', authority: 'MUP R SRBIJE, PU ZA GRAD BEOGRAD' },
  },
  {
    name: 'Latvia, passport with the height',
    zone: zones.TD3('LVA'),
    page: [
      ...names,
      ['LATVIJAS', 100, 110],
      ['175', 250, 110],
      ['S / F', 330, 110],
      ['12.08.1974.', 100, 135],
      ['ZENITH', 250, 160],
      ['16.04.2007.', 100, 190],
      ['15.04.2012.', 100, 215],
    ],
    expected: { height: '175', place_of_birth: 'ZENITH' },
  },
  {
    name: 'ICAO, passport of a State whose layout is not known',
    zone: zones.TD3('UTO'),
    page: [
      ...names,
      ['12 AUG 1974', 100, 135],
      ['F', 100, 160],
      ['ZENITH', 250, 160],
      ['16 APR 2007', 100, 185],
      ['NADIR OFFICE', 300, 185],
      ['15 APR 2012', 100, 210],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'NADIR OFFICE', issue_date: '16 APR 2007' },
  },
  {
    name: 'European form, back of a residence permit',
    zone: zones.TD1('GBR', 'IR'),
    page: [
      ['12-08-1974', 100, 60],
      ['ZENITH', 100, 77],
      ['F', 100, 110],
      ['NO PUBLIC FUNDS', 100, 145],
    ],
    expected: { place_of_birth: 'ZENITH', remarks: 'NO PUBLIC FUNDS' },
  },
  {
    name: 'European form, visa',
    zone: zones.MRVB('FRA'),
    page: [
      ['L8988901C', 400, 20],
      ['12-11-96', 100, 60],
      ['10-12-96', 350, 60],
      ['C', 100, 85],
      ['MULT', 250, 85],
      ['30', 400, 85],
      ['ZENITH', 100, 110],
      ['01-11-96', 100, 135],
      ['ERIKSSON, ANNA MARIA', 150, 160],
    ],
    expected: { visa_type: 'C', entries: 'MULT', duration: '30', authority: 'ZENITH', issue_date: '01-11-96' },
  },
];

describe('on a page without a legible label the layout tells', () => {
  test.each(specimens)('$name', ({ zone, page, expected }) => {
    const { values } = findFields(parseMrz([...zone], { today }), layLines(page), today);
    const found = Object.fromEntries(Object.keys(expected).map((key) => [key, values[key as keyof typeof values]?.value]));
    expect(found).toEqual(expected);
    for (const key of Object.keys(expected)) expect(values[key as keyof typeof values]!.confidence).toBeLessThan(0.95);
  });
});

test('each layout has a key once, and the lines of keys that it has', () => {
  for (const { rows, lines = {}, labels = {} } of layouts) {
    const keys = rows.flatMap((row) => row.split(' '));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of [...Object.keys(lines), ...Object.keys(labels)]) expect(keys).toContain(key);
  }
});
