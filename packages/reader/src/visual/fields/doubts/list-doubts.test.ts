import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines, nearlyLine } from '../../../../test/visual/lay-lines.ts';
import { findFields } from '../find-fields.ts';

const today = '2026-11-29';
/** The specimen of ICAO Doc 9303-4, appendix B. */
const passport = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'], { today });
const small = 6;
const page: readonly LaidLine[] = [
  ['ERIKSSON', 100, 65],
  ['Given names', 100, 80, small],
  ['ANNAA MARIA', 100, 95],
  ['12.08.1974', 100, 140],
  ['Sex', 300, 125, small],
];

const find = (lines: readonly LaidLine[], looks: readonly LaidLine[] = []) =>
  findFields(passport, layLines(lines), today, 1, layLines(looks));
const places = (lines: readonly LaidLine[]) => find(lines).doubts.map(({ left, baseLine }) => [Math.round(left), Math.round(baseLine)]);

describe('what is worth a closer look', () => {
  test('a line that nearly says a name, and where a sex stands below its label', () => {
    expect(find(page).checks).toMatchObject({ given_names: 'not_found', sex: 'not_found' });
    expect(places(page)).toEqual([
      [100, 95],
      [295, 141],
    ]);
  });

  test('a line that says a name but for one letter that is another', () => {
    const document = parseMrz(['P<UTOERIKSSON<<RITA'.padEnd(44, '<'), passport.lines[1]!], { today });
    const lines = layLines(
      [
        ['ERIKSSON', 100, 65],
        ['RIGA', 100, 95],
      ],
      0.95,
    );
    const { checks, doubts } = findFields(document, lines, today);
    expect([checks.given_names, doubts]).toEqual(['not_found', [lines[1]!.line]]);
  });

  test('such a line before others that are nearly the name', () => {
    const document = parseMrz(['P<UTOERIKSSON<<RITA'.padEnd(44, '<'), passport.lines[1]!], { today });
    const near = [300, 340, 380].map((baseLine) => nearlyLine(['RIIA', 100, baseLine], 2, 'T', 7));
    const lines = [...layLines([['ERIKSSON', 100, 65]]), ...near, ...layLines([['RIGA', 100, 95]], 0.95)];
    const { doubts } = findFields(document, lines, today);
    expect(doubts).toEqual([lines.at(-1)!.line, ...near.slice(0, 2).map(({ line }) => line)]);
  });

  test('what a label names and is hardly legible', () => {
    const lines = layLines([
      ['Given names', 100, 80, small],
      ['ERIKSSON', 100, 65],
    ]);
    const hardly = nearlyLine(['ANNA MAXIA', 100, 95], 7, 'R', 7);
    const { values, checks, doubts } = findFields(passport, [...lines, hardly], today);
    expect([values.given_names?.value, checks.given_names]).toEqual(['ANNA MARIA', 'not_found']);
    expect(doubts).toContain(hardly.line);
  });

  test('where no label of a sex is legible, below what is alike', () => {
    expect(places([...page.slice(0, 4), ['BEXO', 300, 125, small]])).toContainEqual([295, 141]);
    expect(places([...page.slice(0, 4), ['TEXT', 300, 125, small]])).not.toContainEqual([295, 141]);
  });

  test('nothing where all was found, or nothing is alike', () => {
    const whole: LaidLine[] = [
      ['L898902C3', 400, 35],
      ['ERIKSSON', 100, 65],
      ['ANNA MARIA', 100, 95],
      ['UTOPIAN', 100, 110],
      ['12.08.1974', 100, 140],
      ['F', 300, 140],
      ['ZE184226B', 100, 155],
      ['15.04.2012', 100, 170],
    ];
    expect(places(whole)).toEqual([]);
    expect(places([['REPUBLIC', 100, 20]])).toEqual([]);
  });
});

describe('what a closer look shows', () => {
  test('is found where a first look did not show it', () => {
    const { values, checks, doubts } = find(page, [
      ['ANNA MARIA', 100, 95],
      ['F', 300, 140],
    ]);
    expect([values.given_names?.value, values.sex?.value]).toEqual(['ANNA MARIA', 'F']);
    expect(checks).toMatchObject({ given_names: 'match', sex: 'match' });
    expect(doubts).toEqual([]);
  });

  test('is not a name of which one letter is seen as another', () => {
    const unsure = layLines([['ANNA MAPIA', 100, 95]], 0.014);
    const first = findFields(passport, layLines(page), today);
    const { checks } = findFields(passport, layLines(page), today, 1, unsure);
    expect([first.checks.given_names, checks.given_names]).toEqual(['not_found', 'not_found']);
  });

  test('is nothing but what the zone says', () => {
    const { values, checks } = find(page, [
      ['ANNB MARIA', 100, 95],
      ['M', 300, 140],
      ['PARIS', 100, 200],
    ]);
    expect(Object.values(values).map(({ value }) => value)).not.toContain('PARIS');
    expect(checks).toMatchObject({ given_names: 'not_found', sex: 'not_found' });
  });
});
