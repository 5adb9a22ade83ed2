import { describe, expect, it } from 'vitest';
import { allowedCharacters, checksOf } from './allowed-characters.ts';
import { digits, letters, mrzAlphabet } from './alphabet.ts';
import { fraId } from './formats/fra-id.ts';
import { mrva } from './formats/mrva.ts';
import { mrvb } from './formats/mrvb.ts';
import { td1 } from './formats/td1.ts';
import { td3 } from './formats/td3.ts';
import { formats } from './generated/formats.ts';

describe('allowedCharacters', () => {
  it.each([
    [td3, 0, 0, undefined, 'P'],
    [td3, 0, 1, undefined, `${letters}<`],
    [mrva, 0, 1, undefined, `${letters}<`],
    [mrvb, 0, 1, undefined, `${letters}<`],
    [td1, 0, 1, undefined, mrzAlphabet],
    [td3, 0, 2, undefined, `${letters}<`],
    [td3, 0, 43, undefined, `${letters}<`],
    [td3, 1, 8, undefined, mrzAlphabet],
    [td3, 1, 9, undefined, digits],
    [td3, 1, 13, undefined, `${digits}<`],
    [td3, 1, 20, undefined, 'MFX<'],
    [td3, 1, 42, undefined, `${digits}<`],
    [td3, 1, 43, undefined, digits],
    [td3, 1, 44, undefined, ''],
    [td3, 2, 0, undefined, ''],
    [td1, 0, 0, undefined, 'ACI'],
    [td1, 0, 14, undefined, `${digits}<`],
    [td3, 0, 10, 'PNRUS', mrzAlphabet],
    [td3, 0, 10, 'P<RUS', `${letters}<`],
    [td1, 1, 7, 'IDMEX', 'MFXH<'],
    [td1, 1, 7, 'IDUTO', 'MFX<'],
    [fraId, 0, 33, undefined, mrzAlphabet],
  ])('%o', (format, line, column, head, expected) => {
    expect(allowedCharacters(format, line, column, head)).toBe(expected);
  });

  it('is told by the table for every position of every format', () => {
    for (const format of formats) {
      expect(format.alphabets.map((row) => row.length)).toEqual(format.lineLengths);
      const fromMasks = format.masks.map((mask, line) =>
        Array.from({ length: format.lineLengths[line] as number }, (_, column) =>
          [...mrzAlphabet].filter((character) => mask[128 * column + character.charCodeAt(0)] === 1),
        ),
      );
      expect(fromMasks).toEqual(
        format.alphabets.map((row) => row.map((allowed) => [...mrzAlphabet].filter((one) => allowed.includes(one)))),
      );
      expect(Object.isFrozen(format.fields[0])).toBe(true);
    }
  });
});

describe('checksOf', () => {
  it('follows a long number into the optional data', () => {
    const [number] = checksOf(td1, ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', '']);
    expect(number).toEqual({
      check: td1.checks[0],
      position: { line: 0, column: 18 },
      over: [
        [0, 5, 14],
        [0, 15, 18],
      ],
      variant: [
        [0, 5, 14],
        [0, 14, 15],
        [0, 15, 18],
      ],
    });
  });

  it('is the table without lines', () => {
    expect(checksOf(td1)[0]).toEqual({ check: td1.checks[0], position: { line: 0, column: 14 }, over: [[0, 5, 14]] });
    expect(checksOf(td3).map(({ check }) => check.name)).toEqual(['number', 'birthDate', 'expiryDate', 'optional', 'composite']);
  });
});
