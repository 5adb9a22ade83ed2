import type { Point } from '../../geometry/point.ts';
import type { GreyPlane } from '../../image/plane.ts';

/** Pixels of the side of a block whose gradients are summed up. */
const block = 16;
/** Blocks whose gradients go one way: bars have more than this, most print for people less. */
const minCoherence = 0.6;
/** Share of the strongest block's energy that a block needs. */
const minEnergy = 0.1;
/** Neighbours of one barcode differ by no more. */
const maxTurn = 12;
/** A barcode has so many blocks beside each other; a line of print is parted by its letters. */
const minBlocks = 10;
/**
 * And they fill so much of what they span: barcodes drawn at two to four pixels a bar 0.41 to 1,
 * backgrounds and print of pages without any 0.08 to 0.3.
 */
const minFill = 0.35;

/** What looks like bars: which way they are read, and where they lie, in pixels of the plane. */
export type Bars = {
  /**
   * Clockwise from the x axis, -45 to 45: whoever looks for bars looks along and across.
   */
  readonly degrees: number;
  /** Middles of the blocks that look so. */
  readonly points: readonly Point[];
};

/**
 * Finds what looks most like a barcode, by the structure tensors of blocks (Jähne, "Digital Image
 * Processing", chapter 13): bars have strong gradients that all go the same way, block beside
 * block.
 *
 * @returns undefined where nothing looks so
 */
export function findBars(plane: GreyPlane): Bars | undefined {
  const blocks = listBlocks(plane);
  const strongest = blocks.reduce((most, { energy }) => Math.max(most, energy), 0);
  const likeBars = blocks.filter(({ energy, coherence }) => coherence >= minCoherence && energy > minEnergy * strongest);
  const [bars] = groupNeighbours(likeBars).sort((a, b) => energyOf(b) - energyOf(a));
  if (!bars || bars.length < minBlocks) return undefined;
  const [{ degrees: first }] = bars as [Block];
  const away = bars.reduce((sum, { degrees, energy }) => sum + fold(degrees - first) * energy, 0);
  const found: Bars = { degrees: fold(first + away / energyOf(bars)), points: bars.map(({ middle }) => middle) };
  const { left, right, top, bottom } = extentOf(found);
  const spanned = ((right - left) / block + 1) * ((bottom - top) / block + 1);
  return bars.length >= minFill * spanned ? found : undefined;
}

/** How far bars reach along their direction and across it, pixels. */
export function extentOf({ degrees, points }: Bars): { left: number; right: number; top: number; bottom: number } {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = points.map(({ x, y }) => x * cos + y * sin);
  const down = points.map(({ x, y }) => y * cos - x * sin);
  return { left: Math.min(...along), right: Math.max(...along), top: Math.min(...down), bottom: Math.max(...down) };
}

/** Blocks that touch, or nearly, and whose bars go the same way. */
function groupNeighbours(blocks: readonly Block[]): Block[][] {
  const left = new Map(blocks.map((one) => [placeOf(one.middle), one]));
  const groups: Block[][] = [];
  for (const start of blocks) {
    if (!left.delete(placeOf(start.middle))) continue;
    const group = [start];
    for (const one of group) {
      for (const [dx, dy] of around) {
        const place = placeOf({ x: one.middle.x + dx * block, y: one.middle.y + dy * block });
        const next = left.get(place);
        if (!next || Math.abs(fold(next.degrees - one.degrees)) > maxTurn) continue;
        left.delete(place);
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** A neighbour, or the one behind it. */
const around = [-2, -1, 0, 1, 2].flatMap((dx) => [-2, -1, 0, 1, 2].map((dy) => [dx, dy] as const));

function placeOf({ x, y }: Point): number {
  return y * 65_536 + x;
}

function energyOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { energy }) => sum + energy, 0);
}

/** The same direction as seen by whoever looks along and across, -45 to before 45. */
function fold(degrees: number): number {
  return ((((degrees + 45) % 90) + 90) % 90) - 45;
}

type Block = { readonly middle: Point; readonly energy: number; readonly coherence: number; readonly degrees: number };

function listBlocks(plane: GreyPlane): Block[] {
  const blocks: Block[] = [];
  for (let top = 1; top + block < plane.height; top += block)
    for (let left = 1; left + block < plane.width; left += block) blocks.push(sumGradients(plane, left, top));
  return blocks;
}

/** Gradients by Scharr's operator, which tells directions apart to a degree. */
function sumGradients({ data, width }: GreyPlane, left: number, top: number): Block {
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = top; y < top + block; y++) {
    for (let at = y * width + left; at < y * width + left + block; at++) {
      const [upLeft, up, upRight] = [data[at - width - 1]!, data[at - width]!, data[at - width + 1]!];
      const [downLeft, down, downRight] = [data[at + width - 1]!, data[at + width]!, data[at + width + 1]!];
      const dx = 3 * (upRight - upLeft + downRight - downLeft) + 10 * (data[at + 1]! - data[at - 1]!);
      const dy = 3 * (downLeft - upLeft + downRight - upRight) + 10 * (down - up);
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  }
  const energy = xx + yy;
  const degrees = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI;
  const middle = { x: left + block / 2, y: top + block / 2 };
  return { middle, energy, coherence: energy > 0 ? Math.hypot(xx - yy, 2 * xy) / energy : 0, degrees };
}
