import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetAnswers } from '../false-zones/measure-answers.ts';
import { drawSweep } from './draw-sweep.ts';
import type { SetResult } from './measure-set.ts';
import { renderBenchmarksPage } from './render-benchmarks-page.ts';
import type { Calibration } from './render-calibration.ts';
import type { Endurance, Throughput } from './render-cost.ts';
import { sweepTitles } from './sweep-titles.ts';

const baseline = join(import.meta.dirname, '../baseline');
const docs = join(import.meta.dirname, '../../docs');

/**
 * Writes docs/benchmarks.md and its plots from the baselines of sweep, calibration, false zones,
 * throughput and endurance.
 */
export function writeBenchmarksPage(): void {
  const sets = readBaseline<SetResult[]>('sweep.json') ?? [];
  mkdirSync(join(docs, 'images'), { recursive: true });
  for (const set of sets.filter(({ name }) => sweepTitles[name] && sweepTitles[name].hasPlot !== false))
    writeFileSync(join(docs, `images/sweep-${set.name}.svg`), drawSweep(set));
  const page = renderBenchmarksPage({
    sets,
    calibration: readBaseline<Calibration>('calibration.json'),
    answers: readBaseline<SetAnswers[]>('false-zones.json'),
    throughput: readBaseline<Throughput>('throughput.json'),
    endurance: readBaseline<Endurance>('endurance.json'),
  });
  writeFileSync(join(docs, 'benchmarks.md'), page);
}

function readBaseline<Content>(name: string): Content | undefined {
  const file = join(baseline, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : undefined;
}
