import type { DetectorMaps } from '../detector/run-detector.ts';
import { traceTuning } from '../trace-tuning.ts';

/**
 * A segment followed from column to column through the maps of an upright crop. Parallel arrays
 * with one entry for each column in which it was seen: column, y of its middle, thickness (sum of
 * the probabilities), all in cells with centres at .5; and the peak probability.
 */
export type ColumnChain = {
  readonly column: number[];
  readonly middle: number[];
  readonly thickness: number[];
  readonly peak: number[];
  /** Sums of the direction vectors over the segment's cells, weighted by probability. */
  cosine: number;
  sine: number;
};

const { minProbability, minColumnPeak, minPeak, minEndPeak, maxValleyShare, maxStep, maxMissed, minColumns } = traceTuning.follow;

/** Cells of a column from `from` to before `to`. */
type Run = { from: number; to: number };

/** Follows the segments of an upright crop from left to right, and separates those that touch. */
export function followSegments(maps: DetectorMaps): ColumnChain[] {
  const chains: ColumnChain[] = [];
  const runs: Run[] = [];
  for (let column = 0; column < maps.width; column++) {
    findRuns(maps, column, runs);
    for (const run of runs) continueChain(chains, maps, column, run);
  }
  for (const chain of chains) trimEnds(chain);
  return chains.filter((chain) => chain.column.length >= minColumns && chain.peak.some((peak) => peak >= minPeak));
}

/** The runs of one column that lie on segments, split at valleys. */
function findRuns(maps: DetectorMaps, column: number, runs: Run[]): void {
  const { width, height, probability } = maps;
  runs.length = 0;
  let from = -1;
  let peak = 0;
  let valley = 0;
  let valleyAt = 0;
  for (let y = 0; y <= height; y++) {
    const p = y < height ? (probability[y * width + column] as number) : 0;
    if (p < minProbability) {
      if (from >= 0 && peak >= minColumnPeak) runs.push({ from, to: y });
      from = -1;
      continue;
    }
    if (from < 0) {
      from = y;
      peak = p;
      valley = p;
      valleyAt = y;
    } else if (p < valley) {
      valley = p;
      valleyAt = y;
    } else if (valley < maxValleyShare * Math.min(peak, p)) {
      if (peak >= minColumnPeak) runs.push({ from, to: valleyAt });
      from = valleyAt;
      peak = p;
      valley = p;
    }
    if (p > peak) {
      peak = p;
      valley = p;
      valleyAt = y;
    }
  }
}

function continueChain(chains: ColumnChain[], maps: DetectorMaps, column: number, { from, to }: Run): void {
  let mass = 0;
  let middle = 0;
  let peak = 0;
  let cosine = 0;
  let sine = 0;
  for (let y = from; y < to; y++) {
    const cell = y * maps.width + column;
    const weight = maps.probability[cell] as number;
    mass += weight;
    peak = Math.max(peak, weight);
    middle += weight * (y + 0.5);
    cosine += weight * (maps.cosine[cell] as number);
    sine += weight * (maps.sine[cell] as number);
  }
  middle /= mass;
  let chain = nearestChain(chains, column, middle);
  if (!chain) {
    chain = { column: [], middle: [], thickness: [], peak: [], cosine: 0, sine: 0 };
    chains.push(chain);
  }
  chain.column.push(column + 0.5);
  chain.middle.push(middle);
  chain.thickness.push(mass);
  chain.peak.push(peak);
  chain.cosine += cosine;
  chain.sine += sine;
}

function trimEnds({ column, middle, thickness, peak }: ColumnChain): void {
  const end = peak.findLastIndex((value) => value >= minEndPeak) + 1;
  const start = Math.max(
    0,
    peak.findIndex((value) => value >= minEndPeak),
  );
  for (const values of [column, middle, thickness, peak]) {
    values.length = end;
    values.splice(0, start);
  }
}

function nearestChain(chains: readonly ColumnChain[], column: number, middle: number): ColumnChain | undefined {
  let nearest: ColumnChain | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const chain of chains) {
    const missed = column - 0.5 - (chain.column.at(-1) as number);
    if (missed < 0 || missed > maxMissed) continue;
    const step = Math.abs(middle - (chain.middle.at(-1) as number));
    if (step < distance && step <= maxStep * (1 + missed / 2)) {
      nearest = chain;
      distance = step;
    }
  }
  return nearest;
}
