import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { capHeight } from './page-lines.ts';

/** A dash with its blanks parts a line, in heights of capitals. */
const maxGap = 2.2;
const maxDrop = 0.35;
const maxRatio = 1.25;

/**
 * A line and those that stand right before and behind it, from left to right: of one value, unless
 * the label of another one names them.
 */
export function withNeighbours(
  line: TextReading,
  candidates: readonly TextReading[],
  labels: readonly FoundLabel[],
  own: string,
): TextReading[] {
  const others = labels.filter(({ key }) => key !== own);
  const mayBe = candidates.filter(
    (reading) => isOnRow(line, reading) && !others.some((label) => valueNearLabel(label, [reading], [label]) !== undefined),
  );
  const row = [line];
  for (const reading of [...mayBe].sort((a, b) => b.confidence - a.confidence)) {
    if (isBehind(row.at(-1)!, reading)) row.push(reading);
    else if (isBehind(reading, row[0]!)) row.unshift(reading);
  }
  return row;
}

function isOnRow(a: TextReading, b: TextReading): boolean {
  const cap = capHeight(a);
  const ratio = capHeight(b) / cap;
  const level = a.line.baseLine + a.line.slope * (b.line.left - a.line.left);
  return Math.abs(level - b.line.baseLine) < maxDrop * cap && ratio < maxRatio && ratio > 1 / maxRatio;
}

function isBehind({ line: left }: TextReading, right: TextReading): boolean {
  const gap = right.line.left - left.right;
  return gap > 0 && gap < maxGap * capHeight(right);
}
