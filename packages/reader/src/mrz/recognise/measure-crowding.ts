import { printGeometry } from '../print-geometry.ts';
import type { TracedZone } from '../traced-zone.ts';
import { decodeGreedily } from './decode-greedily.ts';
import type { LineColumns } from './line-columns.ts';

const { pitchPerGlyphHeight, sideBearings } = printGeometry;

/**
 * How many times as many characters a zone's longest line has as its length has room for: above 1 the print is smaller than it was taken for. Fewer
 * characters than there is room for say nothing: faint ones are not read.
 */
export function measureCrowding({ lines }: TracedZone, columns: readonly LineColumns[]): number {
  const length = Math.max(...lines.map(({ start, end }) => end - start));
  const characters = Math.max(0, ...columns.map((line) => decodeGreedily(line).text.length));
  return characters / (length / pitchPerGlyphHeight + sideBearings);
}
