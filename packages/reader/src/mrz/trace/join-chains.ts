import { evaluatePolynomial, fitPolynomial, type Polynomial } from '../../geometry/polynomial.ts';
import { printGeometry } from '../print-geometry.ts';
import { traceTuning } from '../trace-tuning.ts';
import type { ColumnChain } from './follow-segments.ts';

const { coreShare } = printGeometry;
const { maxGap, maxLength, maxOffset, tailColumns, noise } = traceTuning.join;

/** Joins the pieces of lines that glare, stamps or fingers have broken, nearest pieces first. */
export function joinChains(chains: readonly ColumnChain[]): ColumnChain[] {
  const joined = [...chains];
  for (;;) {
    let nearest: { left: number; right: number; gap: number } | undefined;
    for (let left = 0; left < joined.length; left++) {
      for (let right = 0; right < joined.length; right++) {
        if (left === right) continue;
        const gap = gapBetween(joined[left] as ColumnChain, joined[right] as ColumnChain);
        if (gap < (nearest?.gap ?? Number.POSITIVE_INFINITY)) nearest = { left, right, gap };
      }
    }
    if (!nearest) return joined;
    const whole = concatenate(joined[nearest.left] as ColumnChain, joined[nearest.right] as ColumnChain);
    const { left, right } = nearest;
    joined.splice(Math.max(left, right), 1);
    joined.splice(Math.min(left, right), 1, whole);
  }
}

/**
 * Cells between the end of one piece and the start of the next one of the same line; infinite if
 * they belong to different lines.
 */
function gapBetween(left: ColumnChain, right: ColumnChain): number {
  const from = left.column.at(-1) as number;
  const to = right.column[0] as number;
  const gap = to - from;
  if (gap <= 0) return Number.POSITIVE_INFINITY;
  const glyphHeight = Math.max(medianThickness(left), medianThickness(right)) / coreShare;
  const length = (right.column.at(-1) as number) - (left.column[0] as number);
  if (gap > maxGap * glyphHeight || length > maxLength * glyphHeight) return Number.POSITIVE_INFINITY;
  const middle = (from + to) / 2;
  const leftCentreline = fitStraight(left, Math.max(0, left.column.length - tailColumns), left.column.length);
  const rightCentreline = fitStraight(right, 0, Math.min(tailColumns, right.column.length));
  const longer = left.column.length >= right.column.length ? leftCentreline : rightCentreline;
  // The direction of a short piece is uncertain: its middle must lie on the centreline of the
  // longer one.
  const shorter = longer === leftCentreline ? right : left;
  const offset =
    shorter.column.length < tailColumns / 4
      ? middleOf(shorter) - evaluatePolynomial(longer, shorter.column[shorter.column.length >> 1] as number)
      : evaluatePolynomial(leftCentreline, middle) - evaluatePolynomial(rightCentreline, middle);
  return Math.abs(offset) <= maxOffset * glyphHeight ? gap : Number.POSITIVE_INFINITY;
}

function medianThickness({ thickness }: ColumnChain): number {
  const sorted = [...thickness].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

function middleOf({ middle }: ColumnChain): number {
  return middle[middle.length >> 1] as number;
}

function fitStraight(chain: ColumnChain, from: number, to: number): Polynomial {
  const x = chain.column.slice(from, to);
  const samples = { x, y: chain.middle.slice(from, to), weight: chain.thickness.slice(from, to), count: x.length };
  return fitPolynomial(samples, 1, noise) ?? { coefficients: [middleOf(chain)], centre: 0, halfSpan: 1 };
}

function concatenate(left: ColumnChain, right: ColumnChain): ColumnChain {
  return {
    column: [...left.column, ...right.column],
    middle: [...left.middle, ...right.middle],
    thickness: [...left.thickness, ...right.thickness],
    peak: [...left.peak, ...right.peak],
    cosine: left.cosine + right.cosine,
    sine: left.sine + right.sine,
  };
}
