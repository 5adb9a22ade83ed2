import { describe, expect, it } from 'vitest';
import { indistinguishable, mrzAlphabet } from './alphabet.ts';
import { computeCheckDigit, computeCheckDigitOver } from './check-digit.ts';

describe('computeCheckDigit', () => {
  it.each([
    // ICAO Doc 9303-3 §4.9, worked examples; Doc 9303-4 appendix
    ['520727', 3],
    ['AB2134<<<', 5],
    ['L898902C3', 6],
    ['740812', 2],
    ['120415', 9],
    ['ZE184226B<<<<<', 1],
    ['', 0],
    ['<<<<<<', 0],
  ])('%s → %d', (text, digit) => {
    expect(computeCheckDigit(text)).toBe(digit);
  });

  it.each(['abc', 'A B', 'Ä', '1\n', '>', '😀'])('is undefined for %j', (text) => {
    expect(computeCheckDigit(text)).toBeUndefined();
  });

  it('reads several stretches as one text', () => {
    const lines = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6'];
    const composite = computeCheckDigitOver(lines, [
      [0, 5, 30],
      [1, 0, 7],
      [1, 8, 15],
      [1, 18, 29],
    ]);
    expect(composite).toBe(6);
    expect(computeCheckDigitOver(lines, [[1, 20, 40]])).toBeUndefined();
    expect(computeCheckDigitOver(lines, [[5, 0, 1]])).toBeUndefined();
  });
});

describe('indistinguishable', () => {
  it('parts the alphabet into the ten classes that a check digit sees', () => {
    const classes = new Set([...mrzAlphabet].map((character) => [...(character + indistinguishable(character))].sort().join('')));
    expect([...classes].sort()).toEqual(['0<AKU', '1BLV', '2CMW', '3DNX', '4EOY', '5FPZ', '6GQ', '7HR', '8IS', '9JT']);
    expect(indistinguishable('é')).toBe('');
  });
});
