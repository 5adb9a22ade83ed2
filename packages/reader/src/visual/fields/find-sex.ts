import type { TextReading } from '../recognise/text-reading.ts';
import type { FoundLabel } from './find-labels.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import type { PageLines } from './page-lines.ts';
import { valueNearLabel } from './value-near-label.ts';

/** What documents print for each sex, in capitals: ICAO 9303-3, 3.1 has M, F and X. */
const marks: Readonly<Record<'M' | 'F' | 'X', readonly string[]>> = Object.freeze({
  M: ['M', 'H', 'V', 'K', 'E', 'MALE', 'MASCULIN', 'MASCULINO', 'HOMME', 'MUŽ', 'KK', 'MÄNNLICH', 'KVK', 'ER', 'MIES'],
  F: ['F', 'W', 'K', 'Ž', 'Z', 'N', 'S', 'Q', 'D', 'V', 'FEMALE', 'FEMME', 'FEMENINO', 'WEIBLICH', 'KVK', 'ŽENA', 'VROUW'],
  X: ['X'],
});

/** The line that says the sex which the zone has: near its label, else the one that says it alone. */
export function findSex(sex: 'M' | 'F' | 'X', labels: readonly FoundLabel[], lines: PageLines): FoundValue | undefined {
  const free = lines.free().filter((reading) => says(reading, sex));
  for (const label of labels) {
    if (label.key !== 'sex') continue;
    const value = valueNearLabel(label, free);
    if (value) return valueOfLines([value], value.confidence);
  }
  const clear = free.filter(({ text, confidence }) => confidence > 0.6 && /[MFX]$/.test(text.trim())).sort((a, b) => rate(b) - rate(a));
  return clear[0] && valueOfLines([clear[0]], 0.85 * clear[0].confidence);
}

/** `KVK /F` says more than a lonely letter. */
function rate({ text, confidence }: TextReading): number {
  return confidence + (/^\p{Lu}+ ?\/ ?[MFX]$/u.test(text.trim()) ? 0.5 : 0);
}

function says({ text }: TextReading, sex: 'M' | 'F' | 'X'): boolean {
  const words = text.toUpperCase().split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > 3) return false;
  return words.every((word) => marks[sex].includes(word)) && words.some((word) => word === sex || words.length === 1);
}
