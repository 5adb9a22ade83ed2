import { type Edge, findEdges } from './find-edges.ts';
import { type Box, usualAspect } from './portrait-of-face.ts';

/**
 * How far portraits are from what standards want, one standard deviation each: the size (logarithm
 * of its ratio), the aspect, and the upper side and the middle, as shares of the height.
 */
const spread = { size: 0.14, aspect: 0.07, top: 0.08, middle: 0.06 } as const;
/** Where a side is looked for, shares of the height before and after the place that is expected. */
const ranges = { left: [0.35, 0.15], right: [0.15, 0.35], top: [0.3, 0.15], bottom: [0.3, 0.6] } as const;
/** What an edge along a whole side weighs beside the spread. */
const edgeWeight = 2;
/** With so many whole sides seen, the edges alone tell where the portrait is. */
const enoughEdges = 2.5;

/** A side of which no edge is seen. */
const unseen = { at: Number.NaN, strength: 0 } as const;

/**
 * Moves the sides of a portrait to the edges of its photograph, where such are seen: to the most
 * probable box of all that edges near by allow. Few and weak edges move it less.
 *
 * @param data grey 0..1 of a view that shows the portrait with what is around it
 * @param expected where standards want it, pixels of that view
 */
export function snapToEdges(data: Float32Array, expected: Box): Box {
  const height = expected.bottom - expected.top;
  const find = (side: keyof Box): readonly Edge[] => {
    const isColumn = side === 'left' || side === 'right';
    const [before, after] = ranges[side];
    const range = [expected[side] - before * height, expected[side] + after * height] as const;
    const along = isColumn ? ([expected.top, expected.bottom] as const) : ([expected.left, expected.right] as const);
    return [unseen, ...findEdges(data, { isColumn, range, along })];
  };
  const { box, support } = mostProbable({ left: find('left'), top: find('top'), right: find('right'), bottom: find('bottom') }, expected);
  const trust = Math.min(1, support / enoughEdges);
  const mix = (side: keyof Box) => expected[side] + trust * (box[side] - expected[side]);
  return { left: mix('left'), top: mix('top'), right: mix('right'), bottom: mix('bottom') };
}

type Chosen = Readonly<Record<keyof Box, Edge>>;

function mostProbable(sides: Readonly<Record<keyof Box, readonly Edge[]>>, expected: Box): { readonly box: Box; readonly support: number } {
  let best: { box: Box; support: number } = { box: expected, support: 0 };
  let most = Number.NEGATIVE_INFINITY;
  for (const left of sides.left)
    for (const right of sides.right)
      for (const top of sides.top)
        for (const bottom of sides.bottom) {
          const box = completeBox({ left, top, right, bottom }, expected);
          const support = left.strength + right.strength + top.strength + bottom.strength;
          const worth = edgeWeight * support - surpriseAt(box, expected);
          if (!(worth > most)) continue;
          most = worth;
          best = { box, support };
        }
  return best;
}

/** The sides that are not seen follow from the others. */
function completeBox({ left, top, right, bottom }: Chosen, expected: Box): Box {
  const middle = (expected.left + expected.right) / 2;
  const height = expected.bottom - expected.top;
  const isSeen = (edge: Edge) => edge !== unseen;
  const widthOf = (): number => {
    if (isSeen(left) && isSeen(right)) return right.at - left.at;
    if (isSeen(bottom)) return (bottom.at - (isSeen(top) ? top.at : expected.top)) * usualAspect;
    if (isSeen(left)) return 2 * (middle - left.at);
    return isSeen(right) ? 2 * (right.at - middle) : expected.right - expected.left;
  };
  const width = widthOf();
  const leftAt = isSeen(left) ? left.at : isSeen(right) ? right.at - width : middle - width / 2;
  const fromBelow = isSeen(bottom) && isSeen(left) && isSeen(right) ? bottom.at - width / usualAspect : expected.top;
  const nearTop = Math.min(Math.max(fromBelow, expected.top - 0.1 * height), expected.top + 0.1 * height);
  const topAt = isSeen(top) ? top.at : nearTop;
  return {
    left: leftAt,
    top: topAt,
    right: isSeen(right) ? right.at : leftAt + width,
    bottom: isSeen(bottom) ? bottom.at : topAt + width / usualAspect,
  };
}

/** How much a box differs from what is expected: minus the logarithm of its probability. */
function surpriseAt({ left, top, right, bottom }: Box, expected: Box): number {
  const height = expected.bottom - expected.top;
  const size = (right - left) / (expected.right - expected.left);
  if (!(size > 0.5 && bottom - top > height / 2)) return Number.POSITIVE_INFINITY;
  const deviations = [
    Math.log(size) / spread.size,
    (top - expected.top) / (spread.top * height),
    (left + right - expected.left - expected.right) / 2 / (spread.middle * height),
    ((right - left) / (bottom - top) - usualAspect) / spread.aspect,
  ];
  return deviations.reduce((sum, deviation) => sum + deviation ** 2 / 2, 0);
}
