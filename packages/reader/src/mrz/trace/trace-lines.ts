import { evaluatePolynomial, fitPolynomial, type Polynomial } from '../../geometry/polynomial.ts';
import { type DetectorMaps, detectorGrid } from '../detector/run-detector.ts';
import { printGeometry } from '../print-geometry.ts';
import type { CropLine } from './crop-line.ts';
import { type ColumnChain, followRibbons } from './follow-ribbons.ts';
import { joinChains } from './join-chains.ts';

const { cell } = detectorGrid;
const { coreShare } = printGeometry;
/** What a line's course in a curved page needs at most. */
const maxDegree = 4;
/** Columns over which a ribbon fades in and out at its ends. */
const fadeColumns = 4;
/** What is not even this many times as long as thick is no line. */
const minLength = 3;

/** The lines of text in an upright crop, in no particular order. */
export function traceLines(maps: DetectorMaps): CropLine[] {
  return joinChains(followRibbons(maps)).flatMap((chain) => fitCropLine(chain) ?? []);
}

/** Fits a smooth line to a followed ribbon; undefined when too little of it was seen. */
function fitCropLine(chain: ColumnChain): CropLine | undefined {
  const count = chain.column.length;
  if (count < fadeColumns) return undefined;
  const samples = { x: chain.column, weight: chain.thickness, count };
  const course = fitPolynomial({ ...samples, y: chain.middle }, maxDegree, 0.08);
  const thickness = fitPolynomial({ ...samples, y: chain.thickness, weight: chain.peak }, 1, 0.15);
  if (!course || !thickness) return undefined;
  // Of what the line's thickness is there: towards the far end of a page in perspective it is less
  // than elsewhere.
  const shares = chain.thickness.map((value, index) => value / evaluatePolynomial(thickness, chain.column[index] as number));
  const full = shares.toSorted((a, b) => a - b)[Math.floor(count * 0.7)] as number;
  const start = (chain.column[fadeColumns - 1] as number) + 0.5 - sumShares(shares.slice(0, fadeColumns), full);
  const end = (chain.column[count - fadeColumns] as number) - 0.5 + sumShares(shares.slice(-fadeColumns), full);
  const typical = full * evaluatePolynomial(thickness, (start + end) / 2);
  if (!(end - start >= minLength * typical)) return undefined;
  const mass = chain.thickness.reduce((sum, value) => sum + value, 0);
  return {
    course: scalePolynomial(course, cell, cell),
    glyphHeight: scalePolynomial(thickness, cell, cell / coreShare),
    start: start * cell,
    end: end * cell,
    certainty: Math.min(1, chain.peak.reduce((sum, value) => sum + value, 0) / (end - start)),
    cosine: chain.cosine / Math.max(mass, 1e-6),
  };
}

/**
 * How much of a line's end lies in its fading columns, cells: half a column where the ribbon is
 * half as thick as it should be there.
 */
function sumShares(shares: readonly number[], full: number): number {
  return shares.reduce((sum, share) => sum + Math.min(1, share / full), 0);
}

function scalePolynomial({ coefficients, centre, halfSpan }: Polynomial, scaleX: number, scaleY: number): Polynomial {
  return { coefficients: coefficients.map((value) => value * scaleY), centre: centre * scaleX, halfSpan: halfSpan * scaleX };
}
