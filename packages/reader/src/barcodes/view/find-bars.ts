import type { Point } from '../../geometry/point.ts';
import type { GreyPlane } from '../../image/plane.ts';
import { block, type StructureTensors, sumGradients } from './structure-tensors.ts';

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
 * Finds what looks most like a barcode, by the structure tensors of blocks: bars have strong
 * gradients that all go the same way, block beside block.
 *
 * @returns undefined where nothing looks so
 */
export function findBars(plane: GreyPlane): Bars | undefined {
  const likeBars = listBlocks(sumGradients(plane));
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

type Block = { readonly middle: Point; readonly energy: number; readonly degrees: number };

/** The blocks whose gradients are strong and go one way, row by row. */
function listBlocks({ columns, xx, yy, xy }: StructureTensors): Block[] {
  let strongest = 0;
  for (let at = 0; at < xx.length; at++) strongest = Math.max(strongest, xx[at]! + yy[at]!);
  const blocks: Block[] = [];
  for (let at = 0; at < xx.length; at++) {
    const energy = xx[at]! + yy[at]!;
    if (energy <= minEnergy * strongest) continue;
    const [along, across] = [xx[at]! - yy[at]!, 2 * xy[at]!];
    if (Math.hypot(along, across) < minCoherence * energy) continue;
    const column = at % columns;
    const middle = { x: 1 + (column + 0.5) * block, y: 1 + ((at - column) / columns + 0.5) * block };
    blocks.push({ middle, energy, degrees: (Math.atan2(across, along) * 90) / Math.PI });
  }
  return blocks;
}
