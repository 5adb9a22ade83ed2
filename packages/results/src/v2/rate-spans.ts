import type { Span } from '@ocr-web/mrz';
import type { ZoneReading } from '@ocr-web/reader';

/**
 * Probability that every character of some stretches is what is printed.
 *
 * That of the characters taken one by one, as if they had nothing to do with each other; but a part
 * is never less sure than the whole.
 */
export function rateSpans({ characters, confidence }: Pick<ZoneReading, 'characters' | 'confidence'>, spans: readonly Span[]): number {
  let product = 1;
  for (const [line, start, end] of spans) {
    for (const character of characters[line]?.slice(start, end) ?? []) product *= character.confidence;
  }
  return roundDown(Math.max(product, confidence));
}

/** A probability to four digits, never up: what is not certain does not become 1. */
export function roundDown(probability: number): number {
  return Math.floor(probability * 10_000 + 1e-6) / 10_000;
}
