import type { Network } from '../geometry/network.ts';
import type { LineStrips } from '../rectify/line-strips.ts';
import { turnStrips } from '../rectify/turn-strips.ts';
import type { LineColumns } from './line-columns.ts';
import { measureLegibility } from './measure-legibility.ts';
import { recogniseLines } from './recognise-lines.ts';

/** Print more legible than this lies the right way up; below, most is the right way up too, but it is worth the time to make sure. */
const surelyUpright = 0.965;

/** What the lines of a zone say, and whether the zone had to be turned by 180° for that, its last line being its first. */
export type UprightColumns = { readonly columns: readonly LineColumns[]; readonly turned: boolean };

/** Recognises the lines of a zone, and where they are hardly legible, also turned by 180°: the more legible way round counts. */
export async function recogniseUpright(strips: LineStrips, network: Network): Promise<UprightColumns> {
  const columns = await recogniseLines(strips, network);
  const legibility = measureLegibility(columns);
  if (legibility >= surelyUpright) return { columns, turned: false };
  const turnedColumns = await recogniseLines(turnStrips(strips), network);
  return measureLegibility(turnedColumns) > legibility ? { columns: turnedColumns, turned: true } : { columns, turned: false };
}
