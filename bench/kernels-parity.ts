/**
 * Whether the kernels read what onnxruntime-node reads: `node bench/kernels-parity.ts [--count N]
 * [--write]`.
 *
 * Reads 1,000 drawn pictures with both, those of bench/smoke and documents in front of a camera:
 * turned, small, soft, dark, compressed. Prints how many readings are the same, and every
 * difference. Fails when a picture of which either is sure is read differently. `--write` makes the
 * figures the baseline, bench/baseline/kernels-parity.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Reading } from '@ocr-web/reader';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '@ocr-web/reader-node/in-process';
import { drawParityPicture } from './kernels/draw-parity-picture.ts';
import { describeMachine } from './page/describe-machine.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' }, write: { type: 'boolean', default: false } } });
const count = Number(values.count);
const today = '2026-11-29';
/** From which score on a reading counts as sure. */
const sureScore = 95;

const decodePicture = createPictureDecoder({ maxPixels: 100_000_000 });
const toolsFor = async (runtime: 'onnxruntime-node' | 'wasm'): Promise<ReaderTools> => ({
  decodePicture,
  models: await loadModels(undefined, runtime),
  scratch: createScratch(),
});
const onnx = await toolsFor('onnxruntime-node');
const kernels = await toolsFor('wasm');

const linesOf = ({ zones }: Reading) => zones.map(({ lines }) => lines);
const hintsOf = ({ hints }: Reading) => hints.map(({ code }) => code);
const scoreOf = ({ zones }: Reading) => zones[0]?.score ?? 0;
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const found = { pictures: 0, with_zone: 0, sure: 0, same_lines: 0, same_scores: 0, same_hints: 0, sure_and_different: 0 };
for (let index = 0; index < count; index++) {
  const { name, bytes } = await drawParityPicture(index);
  const one = await readPicture(bytes, onnx, { today });
  const other = await readPicture(bytes, kernels, { today });
  const isSure = Math.max(scoreOf(one), scoreOf(other)) >= sureScore;
  const hasSameLines = isSame(linesOf(one), linesOf(other));
  found.pictures += 1;
  found.with_zone += one.zones.length > 0 ? 1 : 0;
  found.sure += isSure ? 1 : 0;
  found.same_lines += hasSameLines ? 1 : 0;
  found.same_scores += scoreOf(one) === scoreOf(other) ? 1 : 0;
  found.same_hints += isSame(hintsOf(one), hintsOf(other)) ? 1 : 0;
  found.sure_and_different += isSure && !hasSameLines ? 1 : 0;
  if (!hasSameLines || scoreOf(one) !== scoreOf(other) || !isSame(hintsOf(one), hintsOf(other))) {
    const said = [one, other].map((reading) =>
      JSON.stringify({ lines: linesOf(reading), score: scoreOf(reading), hints: hintsOf(reading) }),
    );
    process.stdout.write(`${name}\n  onnxruntime-node ${said[0]}\n  kernels          ${said[1]}\n`);
  }
}
const report = { machine: describeMachine(), ...found };
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (values.write) writeFileSync(join(import.meta.dirname, 'baseline/kernels-parity.json'), `${JSON.stringify(report, null, 2)}\n`);
process.exitCode = found.sure_and_different > 0 ? 1 : 0;
