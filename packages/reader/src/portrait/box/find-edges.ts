import { viewSide } from '../faces/decode-faces.ts';

/** A straight edge along a row or a column of a view. */
export type Edge = {
  /** Where it lies, pixels from the view's left or upper side. */
  readonly at: number;
  /** How much of its length steps from dark to light or from light to dark, always the same: 0 to 1. */
  readonly strength: number;
};

/** A smaller step is noise: grey 0..1. */
const minStep = 0.025;
/** Hair and shoulders reach so far along a side; more is the side of a photograph. */
const minStrength = 0.45;
/** Print is never exactly straight: the step may lie so many pixels beside the edge. */
const tolerance = 1;

/**
 * The straight edges across an axis of a view, between two places and along a stretch.
 *
 * @param isColumn whether the edges are upright
 * @param data grey 0..1 of a view
 * @param range where they may lie
 * @param along from where to where they reach
 */
export function findEdges(data: Float32Array, isColumn: boolean, range: readonly [number, number], along: readonly [number, number]): Edge[] {
  const [first, last] = [Math.max(2, Math.round(range[0])), Math.min(viewSide - 3, Math.round(range[1]))];
  const strengths = new Float32Array(viewSide);
  for (let at = first; at <= last; at++) strengths[at] = strengthAt(data, isColumn, at, along);
  const edges: Edge[] = [];
  for (let at = first; at <= last; at++) {
    const strength = strengths[at]!;
    if (strength >= minStrength && strength >= strengths[at - 1]! && strength > strengths[at + 1]!) edges.push({ at, strength });
  }
  return edges;
}

function strengthAt(data: Float32Array, isColumn: boolean, at: number, along: readonly [number, number]): number {
  const [step, stride] = isColumn ? [1, viewSide] : [viewSide, 1];
  const [from, to] = [Math.max(0, Math.round(along[0])), Math.min(viewSide, Math.round(along[1]))];
  let sum = 0;
  for (let i = from; i < to; i++) {
    let largest = 0;
    for (let beside = -tolerance; beside <= tolerance; beside++) {
      const here = i * stride + (at + beside) * step;
      const change = data[here]! - data[here - step]!;
      if (Math.abs(change) > Math.abs(largest)) largest = change;
    }
    if (Math.abs(largest) > minStep) sum += Math.sign(largest);
  }
  return to > from ? Math.abs(sum) / (to - from) : 0;
}
