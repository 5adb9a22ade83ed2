import { v2Result } from '@ocr-web/results';
import { expect, test } from 'vitest';
import { specimenReading } from '../../../server/test/specimen-reading.ts';
import type { Progress } from './picture-reader.ts';
import { isForService, readOnDevice } from './read-on-device.ts';

const file = new Blob(['a picture']);
const never = new AbortController().signal;
const options = { signal: never, onProgress: () => undefined };

test('a picture that is read here has the result that the service would give, and its own picture', async () => {
  const progress: Progress[] = [];
  const read = readOnDevice((opening) => {
    opening.onProgress?.({ loaded: 3, total: 12 });
    return Promise.resolve({ readPicture: () => Promise.resolve(specimenReading()) });
  });
  const { showPage, ...done } = await read(file, 'card.png', { signal: never, onProgress: (step) => progress.push(step) });
  expect(done).toEqual({ name: 'card.png', place: 'device', result: v2Result(specimenReading()), stored: null });
  expect(await showPage?.(0)).toBe(file);
  expect(progress).toEqual([{ step: 'preparing', share: 0 }, { step: 'preparing', share: 0.25 }, { step: 'reading' }]);
});

test('print and portrait are read where that is wished, barcodes never', async () => {
  const asked: unknown[] = [];
  const readPicture = (_: Blob, { signal: _signal, ...extras }: object & { signal?: AbortSignal } = {}) => {
    asked.push(extras);
    return Promise.resolve(specimenReading());
  };
  let wished = { visual: false, barcodes: true, portrait: true };
  const read = readOnDevice(
    () => Promise.resolve({ readPicture }),
    () => wished,
  );
  await read(file, 'a', options);
  wished = { visual: true, barcodes: true, portrait: false };
  await read(file, 'b', options);
  expect(asked).toEqual([
    { visual: false, portrait: true },
    { visual: true, portrait: false },
  ]);
});

test('one reader serves every picture; one that could not be opened is opened again', async () => {
  let openings = 0;
  const read = readOnDevice(() => {
    openings += 1;
    if (openings === 1) return Promise.reject(Object.assign(new Error('no line'), { code: 'model.invalid' }));
    return Promise.resolve({ readPicture: () => Promise.resolve(specimenReading()) });
  });
  const failure = await read(file, 'a', options).catch((error: unknown) => error);
  expect([isForService(failure, file), isForService(new Error('other'), file)]).toEqual([true, false]);
  await read(file, 'b', options);
  await read(file, 'c', options);
  expect(openings).toBe(2);
});

test.each([
  ['a HEIC', ['x'], 'image/heic', true],
  ['a PDF', ['x'], 'application/pdf', true],
  ['a file of which the browser does not know the kind', ['x'], '', true],
  ['a text', ['x'], 'text/markdown', false],
  ['an empty file', [], 'image/jpeg', false],
])('%s that this browser cannot read may be for the service: %s', (_, parts, type, expected) => {
  const refusal = Object.assign(new Error('no'), { code: 'picture.unsupported' });
  expect(isForService(refusal, new Blob(parts, { type }))).toBe(expected);
});
