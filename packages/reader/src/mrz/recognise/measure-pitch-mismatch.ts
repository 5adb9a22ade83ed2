import { printGeometry } from '../print-geometry.ts';
import type { TracedZone } from '../traced-zone.ts';
import { greedyDecode } from './greedy-decode.ts';
import type { LineLogits } from './line-logits.ts';

const { pitchPerGlyphHeight, sideBearings } = printGeometry;

/**
 * The number of characters read on a zone's longest line, divided by the number that its length has
 * room for. Above 1, the print is smaller than the tracing assumed. Below 1 means nothing, because
 * faint characters are not read.
 */
export function measurePitchMismatch({ lines }: TracedZone, logits: readonly LineLogits[]): number {
  const length = Math.max(...lines.map(({ start, end }) => end - start));
  const characters = Math.max(0, ...logits.map((line) => greedyDecode(line).text.length));
  return characters / (length / pitchPerGlyphHeight + sideBearings);
}
