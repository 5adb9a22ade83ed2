import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { capHeight, lettersOf } from './page-lines.ts';

/**
 * From one line of a value to the next, in heights of capitals; and how much they differ in height.
 */
const leading = { least: 0.8, most: 2.1 };
const maxRatio = 1.25;
/** Lines of one value begin together, or end together, as far as this. */
const maxIndent = 1;
const maxRagged = 2;

/**
 * A first line and those right below it that go on with it: as large, and set with it. A label
 * between them ends it.
 */
export function goOn(
  first: TextReading,
  candidates: readonly TextReading[],
  most: number,
  labels: readonly FoundLabel[] = [],
): TextReading[] {
  const all = [first];
  while (all.length < most) {
    const last = all.at(-1)!;
    const next = candidates.find((reading) => continues(last, reading));
    if (!next || labels.some(({ reading }) => standsBetween(reading, last, next))) break;
    all.push(next);
  }
  return all;
}

/** Whether a line stands where a value goes on below another one. */
export function continues(last: TextReading, next: TextReading): boolean {
  const cap = capHeight(last);
  const down = (next.line.baseLine - last.line.baseLine) / cap;
  const ratio = capHeight(next) / cap;
  const [upper, lower] = [lettersOf(last), lettersOf(next)];
  const isAligned = Math.abs(lower.left - upper.left) < maxIndent * cap || Math.abs(lower.right - upper.right) < maxRagged * cap;
  return down > leading.least && down < leading.most && isAligned && ratio < maxRatio && ratio > 1 / maxRatio;
}

function standsBetween({ line: label }: TextReading, { line: upper }: TextReading, { line: lower }: TextReading): boolean {
  const middle = (label.capTop + label.baseLine) / 2;
  return middle > upper.baseLine && middle < lower.capTop && label.left < lower.right && label.right > lower.left;
}
