/**
 * Whether the kernels read what onnxruntime-node reads: `node bench/kernels-parity.ts [SET…]
 * [--count N] [--write]`.
 *
 * Reads pictures with both: those of the sets, folders with `labels.json` as training's
 * make_bench_set.py draws them, or without a set 1,000 that it draws itself, those of bench/smoke
 * and documents in front of a camera: turned, small, soft, dark, compressed. Prints how many
 * readings are the same, and every difference. Fails when a picture of which either is sure is read
 * differently. `--write` puts the figures into the baseline, bench/baseline/kernels-parity.json,
 * and draws docs/generated/kernels-parity.md from all that stands there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools } from '@ocr-web/reader-node/in-process';
import { compareReadings, type ParityPicture, type ParityRow } from './kernels/compare-readings.ts';
import { drawParityPicture } from './kernels/draw-parity-picture.ts';
import { renderParity } from './kernels/render-parity.ts';
import { describeMachine } from './page/describe-machine.ts';
import { mergeBaseline } from './page/merge-baseline.ts';
import { setName } from './sweep/measure-set.ts';
import type { SetLabel } from './sweep/set-label.ts';

const baseline = join(import.meta.dirname, 'baseline/kernels-parity.json');
const options = { count: { type: 'string', default: '1000' }, write: { type: 'boolean', default: false } } as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options });

const decodePicture = createPictureDecoder({ maxPixels: 100_000_000 });
const toolsFor = async (runtime: 'onnxruntime-node' | 'wasm'): Promise<ReaderTools> => ({
  decodePicture,
  models: await loadModels(undefined, runtime),
  scratch: createScratch(),
});
const tools = { onnx: await toolsFor('onnxruntime-node'), kernels: await toolsFor('wasm') };

async function* drawPictures(count: number): AsyncGenerator<ParityPicture> {
  for (let index = 0; index < count; index++) yield await drawParityPicture(index);
}

/** One by one: a set may be larger than the memory. */
function* readSet(folder: string, labels: readonly SetLabel[]): Generator<ParityPicture> {
  for (const { file, mrz, mrzs } of labels)
    yield { name: file, bytes: readFileSync(join(folder, file)), printed: mrzs ?? (mrz ? [mrz] : []) };
}

const rows: ParityRow[] = [];
const machine = describeMachine();
const add = async (name: string, pictures: Parameters<typeof compareReadings>[1]) => {
  const { differences, ...row } = await compareReadings({ name, machine }, pictures, tools);
  for (const difference of differences) process.stdout.write(`${JSON.stringify(difference, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(row)}\n`);
  rows.push({ ...row, differences });
};
if (positionals.length === 0) await add('drawn', drawPictures(Number(values.count)));
for (const folder of positionals) {
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as SetLabel[];
  await add(setName(labels), readSet(folder, labels));
}
if (values.write) {
  mergeBaseline(baseline, rows);
  const page = renderParity(JSON.parse(readFileSync(baseline, 'utf8')) as ParityRow[]);
  writeFileSync(join(import.meta.dirname, '../docs/generated/kernels-parity.md'), page);
}
process.exitCode = rows.some((row) => row.sure_and_different > 0) ? 1 : 0;
