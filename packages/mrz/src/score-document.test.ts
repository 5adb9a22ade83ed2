import { describe, expect, it } from 'vitest';
import { parseMrz } from './parse-mrz.ts';
import { scoreDocument } from './score-document.ts';

const good = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const score = (lines: string[], confidence = 1): number => scoreDocument(parseMrz(lines, { today: '2026-11-23' }), confidence);
const second = (line: string): string[] => [good[0] as string, line];

describe('scoreDocument', () => {
  it.each([
    ['everything holds', good, 100],
    ['one digit fails', second('L898902C36UTO7408122F1204159ZE184226B<<<<<11'), 75],
    ['two fail', second('L898902C36UTO7408123F1204159ZE184226B<<<<<10'), 50],
    ['three fail', second('L898902C38UTO7408123F1204159ZE184226B<<<<<10'), 30],
    ['an impossible date with right digits', second('L898902C36UTO0000000F1204159ZE184226B<<<<<10'), 100],
    ['a code that no passport bears', [(good[0] as string).replace('P', 'X'), good[1] as string], 97],
    ['a code of travel documents that are no passport', [(good[0] as string).replace('P<', 'TD'), good[1] as string], 100],
    ['a digit in the names', [(good[0] as string).replace('O', '0'), good[1] as string], 75],
    ['a state that does not exist', [(good[0] as string).replace('UTO', 'UTA'), good[1] as string], 97],
    ['lines of no format', ['HELLO', 'WORLD'], 10],
    ['nothing', [], 10],
    ['a blank for a filler in the names', [(good[0] as string).replace('A<M', 'A M'), good[1] as string], 94],
    ['blanks for fillers that digits cover', second((good[1] as string).replace('<<<<<', '     ')), 98],
    ['names that lost their fillers', [(good[0] as string).replace(/<+$/, ''), good[1] as string], 90],
    ['a card number that lost its fillers', ['I<UTOD231458907', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'], 98],
    ['one string', [good.join('')], 100],
    ['no digit printed', ['AAA001D<<', 'FACHE305142128097<<800126<<<<<', 'MARCHAND<<FABIENNE<<<<<<<<<<<<'], 90],
  ])('%s', (_, lines, expected) => {
    expect(score(lines)).toBe(expected);
  });

  it('rises with confidence, is sure only from 0.98 on and full only from 0.995', () => {
    const steps = Array.from({ length: 1001 }, (_, index) => score(good, index / 1000));
    expect(steps.every((step, index) => index === 0 || step >= (steps[index - 1] as number))).toBe(true);
    expect([0, 0.5, 0.9, 0.979, 0.98, 0.994, 0.995, 1].map((confidence) => score(good, confidence))).toEqual([
      0, 50, 85, 94, 95, 99, 100, 100,
    ]);
    expect([Number.NaN, -1, 2].map((confidence) => score(good, confidence))).toEqual([0, 0, 100]);
  });
});
