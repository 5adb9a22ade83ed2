import type { TextReading } from '../../recognise/text-reading.ts';
import type { Layout } from '../../tables/layouts/layout.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { findWithin, lookDistance, plainLetters, plainText } from '../labels/compare-letters.ts';
import type { FoundLabel } from '../labels/find-labels.ts';

/**
 * Among a few labels that a document has, fewer legible letters tell one from the others than among
 * all labels there are; it is more than this much likelier than the next.
 */
const minLikeness = 0.6;
const minMargin = 0.12;
/** One of several languages says a little less than all of a label. */
const within = 0.95;
const minLetters = 8;

/** The labels of a layout that are hardly legible, for values that were not found. */
export function findFaintLabels(keys: readonly VisualKey[], layout: Layout, readings: readonly TextReading[]): FoundLabel[] {
  const labels = Object.entries(layout.labels ?? {}) as [VisualKey, string][];
  if (!labels.some(([key]) => keys.includes(key))) return [];
  return readings.flatMap((reading) => {
    const { letters } = plainText(reading.text);
    if (letters.length < minLetters) return [];
    const [best, next] = labels
      .map(([key, text]) => ({ key, likeness: likenessOf(text, letters) }))
      .sort((a, b) => b.likeness - a.likeness);
    const isClear = best !== undefined && best.likeness >= minLikeness && best.likeness - (next?.likeness ?? 0) >= minMargin;
    return isClear && keys.includes(best.key) ? { key: best.key, reading, likeness: best.likeness, behind: undefined } : [];
  });
}

function likenessOf(text: string, letters: string): number {
  const languages = text.split('|').map(plainLetters);
  const whole = languages.join('');
  const ofAll = 1 - lookDistance(whole, letters) / Math.max(whole.length, letters.length);
  const ofOne = languages.filter(({ length }) => length >= minLetters).map((language) => within * findWithin(language, letters).likeness);
  return Math.max(ofAll, ...ofOne);
}
