import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import { outlineZone, type TracedLine, type TracedZone } from '../traced-zone.ts';

/** How far a zone is continued beyond its ends, glyph heights. */
export type Extension = { readonly before: number; readonly after: number };

/**
 * The same zone with its lines continued beyond their ends. They become the straight lines through
 * these: the slope of a curve at its end says little about what follows.
 */
export function extendZone(zone: TracedZone, { before, after }: Extension): TracedZone {
  const lines = zone.lines.map(({ centreline, height, start, end }): TracedLine => {
    const atStart = evaluatePolynomial(centreline, start);
    const atEnd = evaluatePolynomial(centreline, end);
    const chord = { coefficients: [(atStart + atEnd) / 2, (atEnd - atStart) / 2], centre: (start + end) / 2, halfSpan: (end - start) / 2 };
    return { centreline: chord, height, start: start - before, end: end + after };
  });
  return { ...zone, lines, quad: outlineZone(lines, zone.frame) };
}
