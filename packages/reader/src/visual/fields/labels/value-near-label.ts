import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundLabel } from './find-labels.ts';

/** Where a value stands from its label; in heights of the value's capitals. */
const below = { nearest: 0.5, farthest: 3.4, indent: 3.5 };
const beside = { drop: 0.7, gap: 9 };
/** A value is another label's where that one is this much nearer. */
const nearer = 0.4;

/**
 * The line that a label names: the nearest one below that begins about where the label does, else
 * the nearest one to the right on the same height. What another label is nearer to is that one's.
 *
 * @param candidates lines that are no labels and not known to be something else
 * @param labels all labels of the page
 */
export function valueNearLabel(
  { key, reading: { line: label } }: FoundLabel,
  candidates: readonly TextReading[],
  labels: readonly FoundLabel[],
): TextReading | undefined {
  const others = labels.filter((other) => other.key !== key);
  let best: TextReading | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = costFrom(label, candidate.line);
    if (cost >= least || others.some((other) => costFrom(other.reading.line, candidate.line) + nearer < cost)) continue;
    [best, least] = [candidate, cost];
  }
  return best;
}

type Line = TextReading['line'];

function costFrom(label: Line, line: Line): number {
  return Math.min(costBelow(label, line), costBeside(label, line));
}

/** How far a line is from where a value below a label stands; infinite where it is none. */
function costBelow(label: Line, line: Line): number {
  const cap = line.baseLine - line.capTop;
  const down = (levelAt(line, label.left) - label.baseLine) / cap;
  const indent = Math.abs(line.left - label.left) / cap;
  const isUnder = line.left < label.right && line.right > label.left;
  if (down < below.nearest || down > below.farthest || !(indent < below.indent || (isUnder && line.left >= label.left - cap)))
    return Number.POSITIVE_INFINITY;
  return down + 0.35 * Math.min(indent, 6);
}

function costBeside(label: Line, line: Line): number {
  const cap = line.baseLine - line.capTop;
  const gap = (line.left - label.right) / cap;
  const drop = Math.abs(levelAt(line, label.right) - levelAt(label, label.right)) / cap;
  if (gap < -0.3 || gap > beside.gap || drop > beside.drop) return Number.POSITIVE_INFINITY;
  return 1.6 + gap / 2;
}

/** Where a line's letters stand at some x. */
function levelAt(line: Line, x: number): number {
  return line.baseLine + line.slope * (x - line.left);
}
