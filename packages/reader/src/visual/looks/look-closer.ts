import type { TextLine } from '../lines/measure-row.ts';

/** How else a line is cut out: by so much higher, and so much longer at its ends, in capitals. */
const cuts = [
  { height: 1, longer: 1.4 },
  { height: 1.1, longer: 0.4 },
  { height: 0.9, longer: 0.4 },
];

/**
 * Other cuts of a line: guilloche and what stands beside it mislead the measure of its height and
 * of its ends. Letters that the recogniser misses or doubles in one are often seen in another.
 */
export function closerCuts(line: TextLine): TextLine[] {
  const cap = line.baseLine - line.capTop;
  return cuts.map(({ height, longer }) => {
    const more = (height - 1) * cap;
    const drop = line.slope * longer * cap;
    return {
      ...line,
      left: line.left - longer * cap,
      right: line.right + longer * cap,
      capTop: line.capTop - drop - more,
      baseLine: line.baseLine - drop + more / 4,
    };
  });
}
