import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isEngineError } from '@ocr-web/reader';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchAssets, type LoadProgress } from './fetch-assets.ts';

const model = Buffer.alloc(300_000, 'model');
const altered = Buffer.from(model);
altered[150_000]! ^= 1;

const answers: Readonly<Record<string, Buffer>> = { '/model': model, '/altered': altered, '/half': model.subarray(0, 1000) };
const server = createServer(({ url = '' }, response) => void response.writeHead(answers[url] ? 200 : 404).end(answers[url]));
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const assetAt = (path: string) => ({
  name: 'detector.onnx',
  url: origin + path,
  bytes: model.length,
  sha256: createHash('sha256').update(model).digest('hex'),
});
const contexts = { 'with a hasher': globalThis.crypto.subtle, 'without one': undefined };
const refusal = (path: string, hasher: SubtleCrypto | undefined) =>
  fetchAssets({ detector: assetAt(path) }, () => undefined, hasher).then(
    () => 'loaded',
    (error) => (isEngineError(error) ? [error.code, error.message.replaceAll(origin, '').replaceAll(/[0-9a-f]{64}/g, '…')] : error),
  );

test.each(Object.entries(contexts))('the file itself is let through, %s', async (_, hasher) => {
  const seen: LoadProgress[] = [];
  const { detector } = await fetchAssets({ detector: assetAt('/model') }, (progress) => seen.push(progress), hasher);
  expect(Buffer.compare(detector, model)).toBe(0);
  expect(seen.at(-1)).toEqual({ loaded: model.length, total: model.length });
});

const another = (reason: string) => ['model.invalid', `detector.onnx cannot be loaded from ${reason}`];

test('a file with one bit turned is not', async () => {
  expect(await refusal('/altered', contexts['with a hasher'])).toEqual([
    'model.invalid',
    '/altered is not detector.onnx: its SHA-256 is ….',
  ]);
  expect(await refusal('/altered', undefined)).toEqual(another('/altered: the connection failed, or it is another file.'));
});

test('half a file is not', async () => {
  const half = '/half is not detector.onnx: it has 1000 bytes instead of 300000.';
  expect(await refusal('/half', contexts['with a hasher'])).toEqual(['model.invalid', half]);
  expect(await refusal('/half', undefined)).toEqual(another('/half: the connection failed, or it is another file.'));
});

test('a missing file', async () => {
  expect(await refusal('/none', contexts['with a hasher'])).toEqual(another('/none: the server answered 404.'));
});
