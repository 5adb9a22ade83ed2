import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualKey } from '../visual-reading.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import { type FoundLabel, isLikeLabel, isOfLabel } from './labels/find-labels.ts';
import { namedOtherwise } from './labels/named-otherwise.ts';
import { goOn } from './lines/go-on.ts';
import { isPlausible } from './lines/is-plausible.ts';
import { capHeight, type PageLines, wholeOf } from './lines/page-lines.ts';
import { withNeighbours } from './lines/with-neighbours.ts';
import { looksNamed, namesAuthority } from './names-authority.ts';

/** What was found of a document so far. */
export type FoundValues = Partial<Record<VisualKey, FoundValue>>;

/** Values are set alike: as high as the median of those that are known, or nearly. */
const heights = { least: 0.72, most: 1.35 };
/** Lines are on one height when they differ by less than this share of a capital's. */
const sameRow = 0.8;
/**
 * The date of issue, and the authority with it, may stand so many capitals above that of expiry.
 */
const rowsAbove = 5;
const rowsBelow = 9;
/** By its place alone a value is believed no more than this. */
const mostByOrder = 0.8;
const mostOfHigher = 0.6;
const minOfHigher = 0.95;
const inCapitals = /^\p{Lu}[\p{Lu} .,/&-]{4,}$/u;
const minConfidence = 0.6;
/** Lines of an authority. */
const mostLines = 2;
const words = /^\p{L}[\p{L}\d /().,'&-]{2,}$/u;

/**
 * Place of birth and authority where the order of ICAO 9303-3, 3.1 has them: the place of birth
 * beside or below the date of birth, above the date of issue; the authority beside or below the
 * date of issue.
 */
export function findByOrder(
  key: 'place_of_birth' | 'authority',
  found: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
): FoundValue | undefined {
  const cap = medianCap(found);
  const range = cap === undefined ? undefined : rowsOf(key, found, cap);
  if (cap === undefined || range === undefined) return undefined;
  const all = listCandidates(key, found, labels, lines, cap, range.above);
  const within = all.filter(
    ({ line, text }) =>
      line.baseLine > (key === 'authority' && namesAuthority(text) ? range.above : range.from) && line.baseLine < range.to,
  );
  // An authority may stand a row higher than ICAO has it, if nothing else does.
  const higher =
    key === 'authority' && within.length === 0 ? all.filter((reading) => reading.line.baseLine < range.from && isClearName(reading)) : [];
  const candidates = higher.length === 1 ? higher : within;
  const [likeliest] = [...candidates].sort((a, b) => rate(b, cap, range, key) - rate(a, cap, range, key));
  if (!likeliest) return undefined;
  const best = wholeOf(likeliest, candidates);
  const goesOn = (reading: TextReading) =>
    !isOfLabel(reading, labels) && reading.confidence > minConfidence && isPlausible(reading) && !isLikeLabel(reading);
  const onward = lines.free().filter(goesOn);
  const lower = key === 'authority' ? goOn(best, onward, mostLines, labels) : [best];
  const whole = lower.flatMap((line) => withNeighbours(line, onward, labels, key));
  const sure = whole.reduce((product, { characters }) => product * characters.reduce((part, { confidence }) => part * confidence, 1), 0.85);
  return valueOfLines(whole, Math.min(higher.length === 1 ? mostOfHigher : mostByOrder, sure));
}

/** The lines below a height that may be a value: legible, as high as others, no labels. */
function listCandidates(
  key: 'place_of_birth' | 'authority',
  found: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
  cap: number,
  from: number,
): TextReading[] {
  const left = Math.min(...Object.values(found).flatMap((value) => value?.stretches.map(({ reading }) => reading.line.left) ?? []));
  const isOther = namedOtherwise(key, found, labels, lines);
  return lines.free().filter((reading) => {
    const ratio = capHeight(reading) / cap;
    return (
      reading.line.baseLine > from &&
      reading.line.left > left - 2 * cap &&
      ratio > heights.least &&
      ratio < heights.most &&
      !isOfLabel(reading, labels) &&
      !isOther(reading) &&
      reading.confidence > minConfidence &&
      words.test(reading.text.trim()) &&
      isPlausible(reading) &&
      !isLikeLabel(reading) &&
      looksNamed(reading.text) &&
      (key === 'authority' || (!namesAuthority(reading.text) && !/\d{3}/.test(reading.text)))
    );
  });
}

function isClearName({ text, confidence }: TextReading): boolean {
  return confidence >= minOfHigher && inCapitals.test(text.trim());
}

type Rows = {
  readonly from: number;
  readonly to: number;
  readonly row: number;
  /** The row of the date of birth, or what is nearest to it. */
  readonly birth: number;
  /** What names an authority may stand higher, down from here. */
  readonly above: number;
};

/**
 * Between which rows a value stands, and near which; where a date was not found, what ICAO has
 * beside or above it tells.
 */
function rowsOf(key: 'place_of_birth' | 'authority', found: FoundValues, cap: number): Rows | undefined {
  const issue = rowOf(found.issue_date) ?? rowOf(found.expiry_date);
  const birth = [rowOf(found.birth_date), rowOf(found.sex), rowOf(found.nationality)].find(
    (row) => row !== undefined && (issue === undefined || row < issue),
  );
  const above = birth ?? rowOf(found.given_names);
  if (issue === undefined || above === undefined || issue <= above) return undefined;
  if (key === 'authority')
    return {
      from: issue - (found.issue_date ? sameRow : rowsAbove) * cap,
      to: issue + rowsBelow * cap,
      row: issue,
      birth: above,
      above: above + sameRow * cap,
    };
  return { from: above + (birth === undefined ? sameRow : -sameRow) * cap, to: issue - sameRow * cap, row: issue, birth: above, above };
}

function rate(reading: TextReading, cap: number, { row, birth }: Rows, key: string): number {
  const down = Math.abs(reading.line.baseLine - (key === 'authority' ? row : birth)) / cap;
  const isNamed = key === 'authority' && namesAuthority(reading.text);
  return reading.confidence - (key === 'authority' ? 0.08 : 0.03) * down + Math.min(0.2, reading.text.length / 50) + (isNamed ? 0.5 : 0);
}

export function rowOf(value: FoundValue | undefined): number | undefined {
  return value?.stretches[0]?.reading.line.baseLine;
}

export function medianCap(found: FoundValues): number | undefined {
  const caps = Object.values(found)
    .flatMap((value) => value?.stretches.map(({ reading }) => capHeight(reading)) ?? [])
    .sort((a, b) => a - b);
  return caps[caps.length >> 1];
}
