import { characterValue } from './alphabet.ts';
import type { Span } from './formats/format.ts';

const weights = [7, 3, 1] as const;

/**
 * Check digit of a text: weights 7, 3, 1 repeated from the left, modulo 10 (ICAO Doc 9303-3 §4.9).
 * @returns 0 to 9, or undefined when the text holds a character outside the alphabet.
 */
export function computeCheckDigit(text: string): number | undefined {
  const sum = addWeighted(text, 0, text.length, 0, 0);
  return sum < 0 ? undefined : sum % 10;
}

/**
 * Check digit over several stretches of the lines, read one after the other as one text. Undefined
 * where a character is missing or foreign.
 */
export function computeCheckDigitOver(lines: readonly string[], spans: readonly Span[]): number | undefined {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as Span;
    const text = lines[span[0]];
    const start = span[1];
    const end = span[2];
    if (text === undefined || text.length < end) return undefined;
    sum = addWeighted(text, start, end, count, sum);
    if (sum < 0) return undefined;
    count += end - start;
  }
  return sum % 10;
}

function addWeighted(text: string, start: number, end: number, count: number, initial: number): number {
  let sum = initial;
  let weight = weights[count % 3] as number;
  for (let at = start; at < end; at++) {
    const value = characterValue(text.charCodeAt(at));
    if (value < 0) return -1;
    sum += value * weight;
    weight = weight === 7 ? 3 : weight === 3 ? 1 : 7;
  }
  return sum;
}
