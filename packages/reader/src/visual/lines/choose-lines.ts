import type { MeasuredLine } from './measure-row.ts';

/** Lines whose glyphs stand in better order than this are preferred by their length alone. */
const goodOrder = 0.85;
/** Longer lines are no better for it, in heights of capitals. */
const longEnough = 5;
/** Two lines stand on one row when they share this much of the lower and of the higher one. */
const minCommon = { lower: 0.6, higher: 0.45 };
/** So much of a line, in heights of its capitals, is not worth reading it once more. */
const minNews = 0.45;

/**
 * Of lines that were found in several shades of ink those that say all that there is to say: first
 * the ones whose letters stand in order, then what letters the others have besides. A line that
 * only repeats a part of another one is left out.
 */
export function chooseLines(lines: readonly MeasuredLine[]): MeasuredLine[] {
  const sorted = [...lines].sort((a, b) => rate(b) - rate(a));
  const chosen: MeasuredLine[] = [];
  for (const line of sorted) {
    const beside = chosen.filter((other) => isOnRow(line, other));
    if (beside.length > 0 && newsIn(line, beside) < minNews * capOf(line)) continue;
    for (const other of beside) {
      if (line.order >= goodOrder * other.order && newsIn(other, [line]) < minNews * capOf(other)) chosen.splice(chosen.indexOf(other), 1);
    }
    chosen.push(line);
  }
  return chosen;
}

function capOf({ baseLine, capTop }: MeasuredLine): number {
  return baseLine - capTop;
}

function rate(line: MeasuredLine): number {
  const length = Math.min(longEnough, (line.right - line.left) / capOf(line)) / longEnough;
  return Math.min(goodOrder, line.order) + 0.5 * length + 0.3 * line.strength;
}

function isOnRow(a: MeasuredLine, b: MeasuredLine): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  if (across <= 0) return false;
  const drop = a.slope * ((Math.max(a.left, b.left) + Math.min(a.right, b.right)) / 2 - a.left);
  const dropOther = b.slope * ((Math.max(a.left, b.left) + Math.min(a.right, b.right)) / 2 - b.left);
  const down = Math.min(a.baseLine + drop, b.baseLine + dropOther) - Math.max(a.capTop + drop, b.capTop + dropOther);
  return down >= minCommon.lower * Math.min(capOf(a), capOf(b)) && down >= minCommon.higher * Math.max(capOf(a), capOf(b));
}

/** Pixels of a line's letters that lie on none of the others. */
function newsIn({ letters }: MeasuredLine, others: readonly MeasuredLine[]): number {
  let news = 0;
  for (const [from, to] of letters) {
    const seen = others.reduce((sum, { left, right }) => sum + Math.max(0, Math.min(to, right) - Math.max(from, left)), 0);
    news += Math.max(0, to - from - seen);
  }
  return news;
}
