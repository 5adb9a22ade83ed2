import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isEngineError } from '@ocr-web/reader';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadFaceDetector, loadModels } from './load-models.ts';
import type { RuntimeChoice } from './runtime.ts';

// An ONNX file is a protocol buffer; these few fields of onnx.proto make a network of one
// operation.
const varint = (field: number, value: number) => Buffer.from([field << 3, value]);
const block = (field: number, ...parts: (Buffer | string)[]) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([(field << 3) | 2, body.length]), body]);
};
const value = (field: number, name: string) => {
  const anyLength = block(2, block(1, block(2, 'n')));
  return block(field, block(1, name), block(2, block(1, varint(1, 1), anyLength)));
};
const modelOf = (operation: string) =>
  Buffer.concat([
    varint(1, 8),
    block(7, block(1, block(1, 'x'), block(2, 'y'), block(4, operation)), block(2, 'g'), value(11, 'x'), value(12, 'y')),
    block(8, varint(2, 13)),
  ]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
  write({ detector: modelOf('Neg'), recogniser: modelOf('Abs') });
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(models: Record<string, Buffer>): void {
  const entries = Object.entries(models).map(([name, bytes]) => {
    writeFileSync(join(folder, `${name}.onnx`), bytes);
    return [name, { file: `${name}.onnx`, sha256: createHash('sha256').update(bytes).digest('hex') }];
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ models: Object.fromEntries(entries) }));
}

const load = (runtime?: RuntimeChoice) => loadModels(pathToFileURL(`${folder}/`), runtime);
const refusal = (runtime?: RuntimeChoice) =>
  load(runtime).then(
    () => 'loaded',
    (error) => (isEngineError(error) ? [error.code, error.message.replaceAll(folder, '').replaceAll(/[0-9a-f]{64}/g, '…')] : error),
  );

test('runs both networks', async () => {
  const { detector, recogniser } = await load();
  const input = { data: Float32Array.of(1, -2, 3), dims: [3] };
  const outputs = [await detector.run(input), await recogniser.run(input)];
  expect(outputs).toEqual([
    { data: Float32Array.of(-1, 2, -3), dims: [3] },
    { data: Float32Array.of(1, 2, 3), dims: [3] },
  ]);
});

test('refuses a file that is not the one of the manifest', async () => {
  writeFileSync(join(folder, 'detector.onnx'), modelOf('Abs'));
  expect(await refusal()).toEqual(['model.invalid', 'The model detector.onnx is not the one of manifest.json: its SHA-256 is …, not ….']);
});

test('refuses what is no model', async () => {
  write({ detector: modelOf('Neg'), recogniser: Buffer.from('no model') });
  expect(await refusal()).toEqual(['model.invalid', 'The model recogniser.onnx cannot be loaded by this version of onnxruntime.']);
});

test('the kernels refuse other networks than those they were made for', async () => {
  // Both are loaded at once: whichever is there first is refused.
  expect(await refusal('wasm')).toEqual([
    'model.invalid',
    expect.stringMatching(/^The model (detector|recogniser)\.onnx is none that the kernels can compute\.$/),
  ]);
});

test('the network of faces is computed by both runtimes, and a folder may have no model for them', async () => {
  const at = pathToFileURL(`${folder}/`);
  await expect(loadFaceDetector(at)).rejects.toThrow('names no model for faces');
  write({ detector: modelOf('Neg'), recogniser: modelOf('Abs'), face: modelOf('Relu') });
  const input = { data: Float32Array.of(1, -2, 3), dims: [3] };
  for (const runtime of ['onnxruntime-node', 'wasm'] as const)
    expect(await (await loadFaceDetector(at, runtime)).run(input)).toEqual({ data: Float32Array.of(1, 0, 3), dims: [3] });
});

test('refuses a missing file', async () => {
  rmSync(join(folder, 'recogniser.onnx'));
  expect(await refusal()).toEqual(['model.invalid', 'The model recogniser.onnx cannot be read from /.']);
});

test.each([
  ['{}', 'The model manifest /manifest.json must name a file and a sha256 at models.detector.'],
  ['{', 'The model manifest /manifest.json is not JSON.'],
])('refuses the manifest %s', async (text, message) => {
  writeFileSync(join(folder, 'manifest.json'), text);
  expect(await refusal()).toEqual(['model.invalid', message]);
});

test('refuses a folder without a manifest', async () => {
  rmSync(join(folder, 'manifest.json'));
  expect(await refusal()).toEqual(['model.invalid', 'There is no model manifest at /manifest.json.']);
});
