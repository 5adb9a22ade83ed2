/**
 * How often documents are right that the reader gives a certain confidence: `node
 * bench/calibration.ts SET… [--write]`. A set is a folder of pictures with `labels.json`, as
 * training/make_bench_set.py writes it. `--write` makes the result the baseline and draws
 * docs/images/calibration.svg.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Curve, evaluateCurve } from '@ocr-web/mrz';
import { measuredCurve } from '@ocr-web/reader/engine';
import { createPictureDecoder, createScratch, loadModels, readPicture } from '@ocr-web/reader-node/in-process';
import { drawReliability } from './draw-reliability.ts';

type Label = { readonly file: string; readonly mrz: readonly string[] | null };
type Outcome = { readonly score: number; readonly confidence: number; readonly raw: number; readonly right: boolean };

const today = '2026-11-23';
/** Bins of the uncalibrated probability; narrow where it matters. */
const edges = [0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.000001];
const inverse: Curve = measuredCurve.map(([x, y]) => [y, x]);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false } } });
if (positionals.length === 0) throw new Error('Name at least one folder with pictures and a labels.json.');
const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };

const outcomes: Outcome[] = [];
for (const folder of positionals) {
  for (const label of JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Label[]) {
    const reading = await readPicture(readFileSync(join(folder, label.file)), tools, { today });
    const zone = reading.zones[0];
    if (zone === undefined) continue;
    const right = label.mrz !== null && zone.lines.join('\n') === label.mrz.join('\n');
    outcomes.push({ score: zone.score, confidence: zone.confidence, raw: evaluateCurve(inverse, zone.confidence), right });
  }
}

const bins = edges.slice(1).map((to, index) => {
  const from = edges[index] as number;
  const inside = outcomes.filter(({ raw }) => from <= raw && raw < to);
  const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
  return { from, to: Math.min(1, to), documents: inside.length, right: inside.filter(({ right }) => right).length, claimed: mean };
});
const filled = bins.filter(({ documents }) => documents > 0);
process.stdout.write('uncalibrated      documents   claimed   right\n');
for (const { from, to, documents, right, claimed } of filled) {
  const range = `${from.toFixed(3)} to ${to.toFixed(3)}`;
  process.stdout.write(`${range.padEnd(16)} ${`${documents}`.padStart(10)} ${percent(claimed)} ${percent(right / documents)}\n`);
}
const sure = outcomes.filter(({ score }) => score >= 95);
const wrong = sure.filter(({ right }) => !right).length;
process.stdout.write(`sure (score 95 and more): ${sure.length} of ${outcomes.length}, of these wrong: ${wrong}\n`);

if (values.write) {
  const result = { documents: outcomes.length, sure: sure.length, sureAndWrong: wrong, bins: filled };
  writeFileSync(join(import.meta.dirname, 'baseline/calibration.json'), `${JSON.stringify(result, null, 2)}\n`);
  mkdirSync(join(import.meta.dirname, '../docs/images'), { recursive: true });
  writeFileSync(join(import.meta.dirname, '../docs/images/calibration.svg'), drawReliability(filled));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(9);
}
