import type { GreyPlane } from '../../image/plane.ts';

/** Pixels of the side of a block whose gradients are summed up. */
const block = 16;
/** Blocks whose gradients go one way: bars have more than this, print for people less. */
const minCoherence = 0.5;
/** Share of the strongest block's energy that a block needs. */
const minEnergy = 0.1;
/** Directions are told apart by so many degrees. */
const binDegrees = 2;

/**
 * The direction across the bars of what looks most like a barcode, by the structure tensors of
 * blocks (Jähne, "Digital Image Processing", chapter 13): bars have strong gradients that all go
 * the same way.
 *
 * @returns degrees clockwise from the x axis, -45 to 45 since whoever looks for bars looks both
 *   ways; 0 where nothing looks like bars
 */
export function dominantDirection(plane: GreyPlane): number {
  const blocks = listBlocks(plane);
  const strongest = blocks.reduce((most, { energy }) => Math.max(most, energy), 0);
  const bins = new Float64Array(90 / binDegrees);
  for (const { energy, coherence, degrees } of blocks) {
    if (coherence < minCoherence || energy < minEnergy * strongest) continue;
    bins[Math.floor((((degrees % 90) + 90) % 90) / binDegrees)]! += energy * coherence;
  }
  return peakOf(bins);
}

type Block = { readonly energy: number; readonly coherence: number; readonly degrees: number };

function listBlocks(plane: GreyPlane): Block[] {
  const blocks: Block[] = [];
  for (let top = 1; top + block < plane.height; top += block)
    for (let left = 1; left + block < plane.width; left += block) blocks.push(sumGradients(plane, left, top));
  return blocks;
}

function sumGradients({ data, width }: GreyPlane, left: number, top: number): Block {
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = top; y < top + block; y++) {
    for (let at = y * width + left; at < y * width + left + block; at++) {
      const dx = data[at + 1]! - data[at - 1]!;
      const dy = data[at + width]! - data[at - width]!;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  }
  const energy = xx + yy;
  const degrees = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI;
  return { energy, coherence: energy > 0 ? Math.hypot(xx - yy, 2 * xy) / energy : 0, degrees };
}

/** The middle of the fullest bin and its neighbours, which lie in a circle. */
function peakOf(bins: Float64Array): number {
  const at = (index: number) => bins[(index + bins.length) % bins.length]!;
  let best = 0;
  for (let index = 1; index < bins.length; index++) if (at(index) > at(best)) best = index;
  const [before, here, after] = [at(best - 1), at(best), at(best + 1)];
  if (here === 0) return 0;
  const degrees = (best + 0.5 + (after - before) / (before + here + after)) * binDegrees;
  return degrees > 45 ? degrees - 90 : degrees;
}
