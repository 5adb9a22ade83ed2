import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

// A 1 x 1 pixel GIF, white.
const white = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocr-web-scan-'));
  mkdirSync(at('folder'));
  writeFileSync(at('white.gif'), white);
  writeFileSync(at('cut.gif'), white.subarray(0, 20));
  writeFileSync(at('text.png'), 'not a picture');
});
afterAll(() => rmSync(folder, { recursive: true }));

const nothing = {
  mrz_detected: false,
  ...{ type_doc: null, country: null, date_of_birth: null, expiration_date: null, names: null, surname: null },
  ...{ nationality: null, number: null, sex: null },
  ...{ valid_composite: false, valid_date_of_birth: false, valid_expiration_date: false, valid_number: false },
  mrz: null,
};
const failure = (file: string, code: string, message: string) => ({
  ...{ file: at(file), ...nothing, status: 'ERR', valid_score: null, timing: null, error: { code, message } },
});
const timing = Object.fromEntries(
  ['total_ms', 'decode_ms', 'detect_ms', 'rectify_ms', 'recognise_ms', 'interpret_ms'].map((stage) => [stage, expect.any(Number)]),
);

test('--json: a line for each file in their order, also for those that cannot be read', async () => {
  const files = ['missing.png', 'white.gif', 'cut.gif', 'folder', 'text.png', 'white.gif'];
  const { code, stdout, stderr } = await runCaptured(['scan', '--json', '--processes', '1', ...files.map(at)]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const read = { file: at('white.gif'), ...nothing, status: 'COM', valid_score: 0, timing };
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    failure('missing.png', 'file.missing', 'There is no such file.'),
    read,
    failure('cut.gif', 'picture.corrupt', 'The file begins like image/gif but cannot be decoded: it is damaged or cut off.'),
    failure('folder', 'file.is_folder', 'There is no picture in this folder; --recursive includes its subfolders.'),
    failure('text.png', 'picture.unsupported', expect.stringMatching(/^The file is not a picture. Send a JPEG/)),
    read,
  ]);
  expect(lines[1]).toMatch(
    /^{"file":"[^"]+","mrz_detected":false,"status":"COM","type_doc":null,.*"valid_score":0,"mrz":null,"timing":{"total_ms":/,
  );
});

test('OCR_WEB_RUNTIME chooses what computes the networks, and another word is refused', async () => {
  const scan = (runtime: string) => runCaptured(['scan', '--json', '--processes', '1', at('white.gif')], '', { OCR_WEB_RUNTIME: runtime });
  const { code, stdout } = await scan('wasm');
  expect({ code, record: JSON.parse(stdout) }).toEqual({
    code: 0,
    record: { file: at('white.gif'), ...nothing, status: 'COM', valid_score: 0, timing },
  });
  const stderr = 'ocr-web: OCR_WEB_RUNTIME must be one of auto, onnxruntime-node, wasm, not "fast".\n';
  expect(await scan('fast')).toEqual({ code: 3, stdout: '', stderr });
});

test('--strict exits with 1 when a file could not be read', async () => {
  expect(await runCaptured(['scan', '--strict', '--json', '--processes', '1', at('white.gif'), at('text.png')])).toMatchObject({ code: 1 });
});

test('exits with 1 when no file could be read; the table says why', async () => {
  const { code, stdout, stderr } = await runCaptured(['scan', '--processes', '1', at('missing.png')]);
  const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
  expect({ code, rows, stderr }).toEqual({
    code: 1,
    rows: [
      ['file', 'type', 'country', 'surname', 'names', 'number', 'born', 'expires', 'sex', 'score', 'ms'],
      [at('missing.png'), 'There is no such file.'],
      [''],
    ],
    stderr: '',
  });
});
