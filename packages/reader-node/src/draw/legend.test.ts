import { parseMrz } from '@ocr-web/mrz';
import type { ZoneReading } from '@ocr-web/reader';
import { describe, expect, test } from 'vitest';
import { glyphs } from './glyphs.ts';
import { composeLegend } from './legend.ts';
import { colours, listMarks, zoneColour } from './marks.ts';

// The specimen of ICAO Doc 9303 part 4, appendix A, and the same with another check digit for its
// number.
const first = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const second = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const wrong = second.replace('C36', 'C37');
const line = (y: number) =>
  [
    { x: 0, y },
    { x: 440, y },
    { x: 440, y: y + 10 },
    { x: 0, y: y + 10 },
  ] as const;

function zoneOf(lines: string[], score: number): ZoneReading {
  const document = parseMrz(lines, { today: '2026-11-23' });
  const repairs = [{ line: 0, column: 5, before: 'F', after: 'E', reason: 'structure' as const }];
  return {
    page: 0,
    quad: line(0),
    lineQuads: [line(0), line(20)],
    rotation_deg: 0,
    document,
    lines,
    characters: [],
    repairs,
    confidence: 1,
    score,
  };
}

describe('legend', () => {
  test('of a zone whose checks hold', () => {
    expect(composeLegend([zoneOf([first, second], 100)]).slice(4)).toEqual([
      { text: '' },
      { colour: colours.proved, text: '1: TD3, score 100' },
      { colour: colours.open, text: '   code: P' },
      { colour: colours.open, text: '   issuer: UTO' },
      { colour: colours.open, text: '   names: ERIKSSON<<ANNA<MARIA' },
      { colour: colours.proved, text: '   number: L898902C3' },
      { colour: colours.open, text: '   nationality: UTO' },
      { colour: colours.proved, text: '   birth date: 740812' },
      { colour: colours.open, text: '   sex: F' },
      { colour: colours.proved, text: '   expiry date: 120415' },
      { colour: colours.proved, text: '   optional 1: ZE184226B' },
    ]);
  });

  test('of one with a wrong check digit', () => {
    const rows = composeLegend([zoneOf([first, wrong], 60)]);
    expect(rows[5]).toEqual({ colour: colours.contradicted, text: '1: TD3, score 60' });
    expect(rows).toContainEqual({ colour: colours.contradicted, text: '   number: L898902C3' });
    expect(rows).toContainEqual({ colour: colours.contradicted, text: '   check digit of number: 7 printed, 6 computed' });
  });

  test('of lines in no known format, and of none', () => {
    expect(composeLegend([zoneOf(['P<UTOERIKSSON<<ANNA'], 0)]).slice(5)).toEqual([
      { colour: colours.open, text: '1: unknown format, score 0' },
      { text: '   P<UTOERIKSSON<<ANNA' },
    ]);
    expect(composeLegend([])).toEqual([{ text: 'no machine readable zone was read on this page' }]);
  });

  test('has a glyph for every character', () => {
    const text = [zoneOf([first, wrong], 60), zoneOf(['P<UTO'], 0)].flatMap((zone) => composeLegend([zone])).map((row) => row.text);
    const written = new Set(
      ['0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<', ...text, ...composeLegend([]).map((row) => row.text)].join('').toUpperCase(),
    );
    expect([...written].filter((character) => !(character in glyphs))).toEqual([]);
  });
});

describe('marks', () => {
  test('lie on the characters of their fields', () => {
    const zone = zoneOf([first, second], 100);
    expect(zoneColour(zone)).toBe(colours.proved);
    const marks = listMarks(zone).map(({ quad: [start, end, below], colour, filled }) => ({
      line: Number(start.y > 15),
      columns: [start.x / 10, end.x / 10].map(Math.round),
      height: Math.round(below.y - end.y),
      colour,
      filled,
    }));
    const number = { line: 1, columns: [0, 9], height: 10, colour: colours.proved, filled: false };
    expect(marks).toContainEqual(number);
    expect(marks).toContainEqual({ ...number, columns: [9, 10], filled: true });
    expect(marks).toContainEqual({ line: 0, columns: [5, 6], height: 10, colour: colours.repaired, filled: true });
    expect(marks).toHaveLength(9 + 5 + 1);
  });

  test('of a check digit that does not hold are red', () => {
    const zone = zoneOf([first, wrong], 60);
    expect(zoneColour(zone)).toBe(colours.contradicted);
    const filled = listMarks(zone).filter((mark) => mark.filled && mark.colour === colours.contradicted);
    expect(filled.map(({ quad: [start] }) => Math.round(start.x / 10))).toEqual([9, 43]);
  });
});
