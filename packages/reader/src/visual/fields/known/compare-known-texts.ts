import { alignPattern } from '../../match/align-pattern.ts';
import { describeFound } from '../../match/find-pattern.ts';
import { plainCharacters } from '../../match/plain-letter.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { type FoundValue, valueOfFound } from '../found-value.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { showTheSame } from '../lines/page-lines.ts';
import type { Search } from '../search.ts';
import { standsBesideName } from './beside-name.ts';
import { findDiffering, type Surroundings } from './find-differing.ts';
import type { KnownText } from './known-texts.ts';
import type { Clearness } from './printed-instead.ts';

/**
 * What is told apart from its like when one character differs; dates are compared by their labels.
 */
const comparable: readonly VisualKey[] = ['surname', 'given_names', 'document_number', 'personal_number'];
/** Beside its label a text that is hardly legible is taken for what it must be, down to this. */
const minMeanCost = -2.2;
const minCost = -8;
const mostHardlyLegible = 0.8;
/**
 * How clear one reading must be. On 2,000 drawn genuine pages the recogniser's mistakes stay above
 * -7.5, or are seen at 0.95 at most.
 */
const clearAtOnce: Clearness = Object.freeze({ cost: -9, costOfAlike: -12, confidence: 0.96 });
/**
 * So many readings of a line must show the same, each as clearly as this. On 1,000 genuine pages
 * the third of them reached -3.8, and -6.1 where both characters look alike.
 */
const agreeing: readonly { readonly least: number; readonly clearness: Clearness }[] = [
  { least: 2, clearness: { ...clearAtOnce, confidence: 0.8 } },
  { least: 3, clearness: { cost: -5.5, costOfAlike: -7, confidence: 0.6 } },
];

/**
 * What of the zone was not found: another text is printed almost as it; or what its label names is
 * hardly legible, but may be it.
 *
 * @param isTrusted whether what differs from the zone is a finding
 */
export function compareKnownTexts(
  known: readonly KnownText[],
  labels: readonly FoundLabel[],
  { values, checks, lines, joined, looks, keep }: Search,
  isTrusted: boolean,
): void {
  const isLabel = new Set(labels.map(({ reading }) => reading));
  for (const text of known) {
    const { key } = text;
    const denied = checks[key] === 'not_found' ? values[key] : undefined;
    if ((values[key] && !denied) || !comparable.includes(key)) continue;
    const isDenied = (reading: TextReading) => denied?.stretches.some((stretch) => showTheSame(stretch.reading, reading)) ?? false;
    const isOpen = (reading: TextReading) => lines.isFree(reading) || isDenied(reading);
    const open = new Set([...lines.free(), ...lines.readings.filter(isDenied)]);
    const free = [...open].filter((reading) => !isLabel.has(reading));
    const patterns = text.byLetter ? [...text.patterns, text.byLetter] : text.patterns;
    const own = labels.filter((label) => label.key === key);
    const isInPlace = key === 'surname' || key === 'given_names' ? standsBesideName(key, values) : () => false;
    const around: Surroundings = { own, labels, isInPlace };
    const wide = joined.filter(isOpen);
    const closer = looks.filter(isOpen);
    const other = isTrusted
      ? (findDiffering(patterns, [...free, ...wide], around, clearAtOnce) ?? findAgreeing(patterns, [...free, ...closer], around))
      : undefined;
    if (other) {
      checks[key] = 'mismatch';
      delete values[key];
    }
    keep(key, other ?? findHardlyLegible(text, own, free, labels));
  }
}

/** Another text that several looks at its line show alike, whatever was seen at first. */
function findAgreeing(patterns: KnownText['patterns'], looks: readonly TextReading[], around: Surroundings): FoundValue | undefined {
  for (const { least, clearness } of agreeing) {
    const found = looks.flatMap((look) => findDiffering(patterns, [look], around, clearness) ?? []);
    const other = found.find((one) => found.filter((another) => saysTheSame(one, another)).length >= least);
    if (other) return other;
  }
  return undefined;
}

function saysTheSame({ value, stretches: [a] }: FoundValue, { value: other, stretches: [b] }: FoundValue): boolean {
  return plainCharacters(value) === plainCharacters(other) && a !== undefined && b !== undefined && showTheSame(a.reading, b.reading);
}

/** What stands near a label of a text, where that may be it; it proves nothing. */
function findHardlyLegible(
  { patterns }: KnownText,
  own: readonly FoundLabel[],
  free: readonly TextReading[],
  all: readonly FoundLabel[],
): FoundValue | undefined {
  for (const label of own) {
    const reading = label.behind ?? valueNearLabel(label, free, all);
    for (const pattern of reading ? patterns : []) {
      const alignment = alignPattern(reading!.scores, pattern);
      const found = alignment && describeFound(reading!, alignment);
      if (!found?.isWhole || found.meanCost < minMeanCost || found.alignment.characters.some(({ cost }) => cost < minCost)) continue;
      const value = valueOfFound(found);
      return { ...value, confidence: Math.min(mostHardlyLegible, value.confidence) };
    }
  }
  return undefined;
}
