import { type Edge, findEdges } from './find-edges.ts';
import { type Box, usualAspect } from './portrait-of-face.ts';

/**
 * How far a side may lie from where standards want it, as shares of the height: one standard
 * deviation. Portraits end below the chin where their state pleases.
 */
const spread = { left: 0.1, top: 0.1, right: 0.1, bottom: 0.16 } as const;
const aspectSpread = 0.08;
/** No side is looked for further away than this, standard deviations. */
const maxDeviations = 2.5;
/** What an edge along a whole side weighs beside these. */
const edgeWeight = 6;
/** Ends of a side that are left out: corners are round, and sides are not where they are expected. */
const inset = 0.12;
const maxEdges = 8;

/**
 * Moves the sides of a portrait to the edges of its photograph, where such are seen: the most
 * probable box, of all that edges near by allow. A side without one stays where it was expected.
 *
 * @param data grey 0..1 of a view that shows the portrait with what is around it
 * @param expected where standards want it, pixels of that view
 */
export function snapToEdges(data: Float32Array, expected: Box): Box {
  const height = expected.bottom - expected.top;
  const width = expected.right - expected.left;
  const find = (side: keyof Box): Edge[] => {
    const isColumn = side === 'left' || side === 'right';
    const reach = maxDeviations * spread[side] * height;
    const along: [number, number] = isColumn
      ? [expected.top + inset * height, expected.bottom - inset * height]
      : [expected.left + inset * width, expected.right - inset * width];
    const found = findEdges(data, isColumn, [expected[side] - reach, expected[side] + reach], along);
    const strongest = found.sort((a, b) => b.strength - a.strength).slice(0, maxEdges);
    return [{ at: expected[side], strength: 0 }, ...strongest];
  };
  return mostProbable({ left: find('left'), top: find('top'), right: find('right'), bottom: find('bottom') }, expected);
}

type Sides = Readonly<Record<keyof Box, readonly Edge[]>>;

function mostProbable(sides: Sides, expected: Box): Box {
  const height = expected.bottom - expected.top;
  const worthOf = (side: keyof Box, { at, strength }: Edge) =>
    edgeWeight * strength - ((at - expected[side]) / (spread[side] * height)) ** 2 / 2;
  let best = expected;
  let most = Number.NEGATIVE_INFINITY;
  for (const left of sides.left)
    for (const right of sides.right) {
      const across = worthOf('left', left) + worthOf('right', right);
      for (const top of sides.top)
        for (const bottom of sides.bottom) {
          const aspect = (right.at - left.at) / (bottom.at - top.at);
          const worth = across + worthOf('top', top) + worthOf('bottom', bottom) - ((aspect - usualAspect) / aspectSpread) ** 2 / 2;
          if (!(worth > most)) continue;
          most = worth;
          best = { left: left.at, top: top.at, right: right.at, bottom: bottom.at };
        }
    }
  return best;
}
