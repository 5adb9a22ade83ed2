import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPeers } from './draw-peers.ts';
import type { PeersResult } from './peers-result.ts';
import type { PrintResult } from './print/print-result.ts';
import { renderPeersPage } from './render-peers.ts';

const bench = join(import.meta.dirname, '..');
const readBaseline = <Result>(file: string): Result | undefined => {
  const path = join(bench, 'baseline', file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result) : undefined;
};

/** What stands in the baseline of runs over zones. */
export function readPeersBaseline(): PeersResult[] {
  return readBaseline<PeersResult[]>('peers.json') ?? [];
}

/** Writes docs/peers.md and its plots from all runs that stand in the baselines. */
export function writePeersPage(): void {
  const runs = readPeersBaseline();
  const images = join(bench, '../docs/images');
  mkdirSync(images, { recursive: true });
  for (const run of runs) writeFileSync(join(images, `peers-${run.name}.svg`), drawPeers(run));
  writeFileSync(join(bench, '../docs/peers.md'), renderPeersPage(runs, readBaseline<PrintResult>('peers-print.json')));
}
