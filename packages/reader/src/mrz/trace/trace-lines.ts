import { evaluatePolynomial, fitPolynomial, type Polynomial } from '../../geometry/polynomial.ts';
import { type DetectorMaps, detectorGrid } from '../detector/run-detector.ts';
import { printGeometry } from '../print-geometry.ts';
import { traceTuning } from '../trace-tuning.ts';
import type { CropLine } from './crop-line.ts';
import { type ColumnChain, followSegments } from './follow-segments.ts';
import { joinChains } from './join-chains.ts';

const { cell } = detectorGrid;
const { coreShare } = printGeometry;
const { maxDegree, centrelineNoise, thicknessNoise, fadeColumns, fullQuantile, minLength } = traceTuning.fit;

/** The lines of text in an upright crop, in no particular order. */
export function traceLines(maps: DetectorMaps): CropLine[] {
  return joinChains(followSegments(maps)).flatMap((chain) => fitCropLine(chain) ?? []);
}

/** Fits a smooth line to a followed segment; undefined when it is too short. */
function fitCropLine(chain: ColumnChain): CropLine | undefined {
  const count = chain.column.length;
  if (count < fadeColumns) return undefined;
  const samples = { x: chain.column, weight: chain.thickness, count };
  const centreline = fitPolynomial({ ...samples, y: chain.middle }, maxDegree, centrelineNoise);
  const thickness = fitPolynomial({ ...samples, y: chain.thickness, weight: chain.peak }, 1, thicknessNoise);
  if (!centreline || !thickness) return undefined;
  // Thickness relative to what is expected there: perspective makes a line thinner towards its far
  // end.
  const shares = chain.thickness.map((value, index) => value / evaluatePolynomial(thickness, chain.column[index] as number));
  const full = shares.toSorted((a, b) => a - b)[Math.floor(count * fullQuantile)] as number;
  const start = (chain.column[fadeColumns - 1] as number) + 0.5 - sumShares(shares.slice(0, fadeColumns), full);
  const end = (chain.column[count - fadeColumns] as number) - 0.5 + sumShares(shares.slice(-fadeColumns), full);
  const typical = full * evaluatePolynomial(thickness, (start + end) / 2);
  if (!(end - start >= minLength * typical)) return undefined;
  const mass = chain.thickness.reduce((sum, value) => sum + value, 0);
  return {
    centreline: scalePolynomial(centreline, cell, cell),
    glyphHeight: scalePolynomial(thickness, cell, cell / coreShare),
    start: start * cell,
    end: end * cell,
    certainty: Math.min(1, chain.peak.reduce((sum, value) => sum + value, 0) / (end - start)),
    cosine: chain.cosine / Math.max(mass, 1e-6),
  };
}

/**
 * How much of a line lies in its fading columns, cells: half a column where it has half its
 * thickness.
 */
function sumShares(shares: readonly number[], full: number): number {
  return shares.reduce((sum, share) => sum + Math.min(1, share / full), 0);
}

function scalePolynomial({ coefficients, centre, halfSpan }: Polynomial, scaleX: number, scaleY: number): Polynomial {
  return { coefficients: coefficients.map((value) => value * scaleY), centre: centre * scaleX, halfSpan: halfSpan * scaleX };
}
