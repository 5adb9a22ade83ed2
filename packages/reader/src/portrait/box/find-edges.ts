import { viewSide } from '../faces/decode-faces.ts';

/** A straight edge along a row or a column of a view. */
export type Edge = {
  /** Where it lies, pixels from the view's left or upper side. */
  readonly at: number;
  /** How much like the side of a photograph it is, above 0 to 1. */
  readonly strength: number;
};

/** A smaller step is noise: grey 0..1. */
const minStep = 0.02;
/** Hair and shoulders reach so far along a side; more is the side of a photograph. */
const minShare = 0.45;
/**
 * Ends of a side that are left out: corners are round, and sides are not where they are expected.
 */
const inset = 0.12;
/** So far beyond both ends of a side an edge is looked at again: that of a page goes on there. */
const beyond = 0.3;
const maxEdges = 8;

/** Whether the edges are upright, where they may lie, and from where to where a side reaches. */
type Side = { readonly isColumn: boolean; readonly range: readonly [number, number]; readonly along: readonly [number, number] };

/**
 * The straight edges that may be a side of a photograph: steps from dark to light or from light to
 * dark, the same along the side, which end where the side does.
 *
 * @param data grey 0..1 of a view
 * @returns strongest first
 */
export function findEdges(data: Float32Array, { isColumn, range, along: [from, to] }: Side): Edge[] {
  const length = to - from;
  const share = (at: number, start: number, end: number) => shareOfSteps(data, isColumn, at, from + start * length, from + end * length);
  const [first, last] = [Math.max(3, Math.round(range[0])), Math.min(viewSide - 4, Math.round(range[1]))];
  const shares = new Float32Array(viewSide);
  for (let at = first - 1; at <= last + 1; at++) {
    const within = share(at, inset, 1 - inset);
    const sign = Math.sign(within);
    const onBothEnds = Math.min(sign * share(at, -beyond, -inset), sign * share(at, 1 + inset, 1 + beyond));
    shares[at] = Math.abs(within) - Math.max(0, onBothEnds);
  }
  const edges: Edge[] = [];
  for (let at = first; at <= last; at++) {
    const here = shares[at]!;
    if (here > minShare && here >= shares[at - 1]! && here > shares[at + 1]!)
      edges.push({ at, strength: (here - minShare) / (1 - minShare) });
  }
  return edges.sort((a, b) => b.strength - a.strength).slice(0, maxEdges);
}

/** Of the pixels along a line, how many more step to light than to dark: -1 to 1. */
function shareOfSteps(data: Float32Array, isColumn: boolean, at: number, start: number, end: number): number {
  const [step, stride] = isColumn ? [1, viewSide] : [viewSide, 1];
  const [from, to] = [Math.max(0, Math.round(start)), Math.min(viewSide, Math.round(end))];
  let sum = 0;
  for (let i = from; i < to; i++) {
    const here = i * stride + at * step;
    const change = data[here]! - data[here - step]!;
    if (Math.abs(change) > minStep) sum += Math.sign(change);
  }
  return to > from ? sum / (to - from) : 0;
}
