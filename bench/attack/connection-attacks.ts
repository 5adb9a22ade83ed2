import { setTimeout } from 'node:timers/promises';
import { type Attack, expectThat } from './attack.ts';
import { exchangeBytes, requestHead } from './exchange.ts';
import { type HeldConnections, holdConnections } from './hold-connections.ts';
import { expectHonestBatch, expectHonestScan } from './honest-requests.ts';
import { serveNext } from './send-hostile.ts';
import type { Target } from './start-target.ts';

/** An upload that is said to come, and of which only the beginning does. */
const slowUpload = (authorization: string) =>
  requestHead('POST', '/api/v1/tools/ocr/picture/', { authorization, 'content-type': 'image/jpeg', 'content-length': '1000000' });
const slowForm = (authorization: string) =>
  `${requestHead('POST', '/api/v1/tools/ocr/picture/', {
    authorization,
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': '1000000',
  })}--b\r\nContent-Disposition: form-data; name="picture_file"; filename="a.jpg"\r\n\r\n`;
const slowZip = (authorization: string) =>
  `${requestHead('POST', '/api/v2/batches', { authorization, 'content-type': 'application/zip', 'content-length': '1000000' })}PK`;

/** Whoever answered what it should have refused may then wait for the next request. */
const silenceMs = 1000;

/** Connections that are held, flooded, or speak something else than HTTP. */
export const connectionAttacks: readonly Attack[] = [
  {
    name: 'connections/slow-heads',
    limitSeconds: 90,
    run: (target) =>
      holdOpen(target, { count: 500, beginning: 'GET /healthz HTTP/1.1\r\nHost: a\r\n', drip: 'X-A: b\r\n', seconds: 10 }, expectScan),
  },
  {
    name: 'connections/slow-uploads-v1',
    limitSeconds: 90,
    run: (target) => holdOpen(target, { count: 40, beginning: slowForm(target.hostile), drip: 'a', seconds: 8 }, expectScan),
  },
  {
    name: 'connections/slow-uploads-unnamed',
    limitSeconds: 90,
    run: (target) => holdOpen(target, { count: 40, beginning: slowUpload(target.hostile), drip: 'a', seconds: 8 }, expectScan),
  },
  {
    name: 'connections/slow-zips',
    limitSeconds: 90,
    run: (target) => holdOpen(target, { count: 5, beginning: slowZip(target.hostile), drip: 'a', seconds: 8 }, expectBatch),
  },
  {
    name: 'connections/idle',
    limitSeconds: 90,
    run: (target) => holdOpen(target, { count: 5000, beginning: '', drip: '', seconds: 5 }, expectScan),
  },
  { name: 'connections/pipelining', limitSeconds: 60, run: pipeline },
  { name: 'connections/chunks-of-one-byte', limitSeconds: 90, run: sendTinyChunks },
  { name: 'connections/parameters-with-token', limitSeconds: 30, run: sendParameters },
  ...Object.entries({
    'two-hosts': ['GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', [400]],
    'no-host': ['GET /healthz HTTP/1.1\r\n\r\n', [400]],
    expect: ['POST /api/v2/scans HTTP/1.1\r\nHost: a\r\nExpect: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\n', [417]],
    'two-lengths': ['POST /api/v2/scans HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello', [400]],
    'length-and-chunks': [
      'POST /api/v2/scans HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      [400, 401],
    ],
    'long-chunk': ['POST /api/v2/scans HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n', [400, 401]],
    'long-line': [`GET /${'a'.repeat(1_000_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, [400, 414, 431]],
    'many-fields': [`GET /healthz HTTP/1.1\r\nHost: a\r\n${'A: b\r\n'.repeat(100_000)}\r\n`, [400, 431]],
    trailers: [
      `POST /api/v2/scans HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n${'A: b\r\n'.repeat(100_000)}\r\n`,
      [400, 401, 431],
    ],
    'chunk-extensions': [
      `POST /api/v2/scans HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${'1;a=b\r\na\r\n'.repeat(500_000)}0\r\n\r\n`,
      [400, 401, 413],
    ],
    parameters: [`GET /api/v2/scans?${'a&'.repeat(7000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, [400, 401]],
    'no-http': ['\0\xff\x16\x03\x01 what is this\r\n\r\n', [400]],
    'http-2': ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 505]],
  } satisfies Record<string, [string, number[]]>).map(
    ([name, [bytes, statuses]]): Attack => ({
      name: `connections/${name}`,
      limitSeconds: 30,
      run: (target, signal) => speakBadly(target, Buffer.from(bytes, 'latin1'), statuses, signal),
    }),
  ),
];

type Holding = { readonly count: number; readonly beginning: string | Buffer; readonly drip: string; readonly seconds: number };

/**
 * Holds connections open, sends a little on each every second, and has an honest caller come
 * meanwhile.
 */
async function holdOpen(
  target: Target,
  { count, beginning, drip, seconds }: Holding,
  serve: (target: Target) => Promise<string>,
): Promise<string> {
  const held = await holdConnections(target.port, count, beginning);
  try {
    await trickle(held, drip, seconds / 2);
    const served = await serve(target);
    await trickle(held, drip, seconds / 2);
    return `${held.open()} of ${count} still open; meanwhile ${served}`;
  } finally {
    held.close();
  }
}

async function trickle(held: HeldConnections, bytes: string, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    if (bytes !== '') held.write(bytes);
    await setTimeout(1000);
  }
}

async function expectScan(target: Target): Promise<string> {
  return `an honest scan in ${(await expectHonestScan(target)).toFixed(1)} s`;
}

async function expectBatch(target: Target): Promise<string> {
  return `an honest batch, number ${await expectHonestBatch(target.honest, 3)}`;
}

/** Ten thousand requests in one write; the last one asks to close. */
async function pipeline(target: Target, signal: AbortSignal): Promise<string> {
  const count = 10_000;
  const one = requestHead('GET', '/healthz', {});
  const last = requestHead('GET', '/healthz', { connection: 'close' });
  const { status } = await exchangeBytes(target.port, [Buffer.alloc(one.length * (count - 1), one), last], signal);
  return `${status === 0 ? 'closed' : status}; ${await serveNext(target)}`;
}

/** A picture that comes in chunks of one byte: four and a half million of them in 27 MB. */
async function sendTinyChunks(target: Target, signal: AbortSignal): Promise<string> {
  const head = requestHead('POST', '/api/v2/scans', {
    authorization: target.hostile,
    'content-type': 'application/octet-stream',
    'transfer-encoding': 'chunked',
    connection: 'close',
  });
  const { status } = await exchangeBytes(target.port, [head, Buffer.alloc(27_000_000, '1\r\na\r\n'), Buffer.from('0\r\n\r\n')], signal);
  expectThat(status === 0 || (status >= 400 && status < 500), `answered ${status}`);
  return `${status === 0 ? 'closed' : status}; ${await serveNext(target)}`;
}

/** As many parameters as fit into a head, to a route that reads its parameters. */
async function sendParameters(target: Target, signal: AbortSignal): Promise<string> {
  const head = requestHead('GET', `/api/v2/scans?${'limit=1&'.repeat(1800)}`, { authorization: target.hostile, connection: 'close' });
  const { status } = await exchangeBytes(target.port, [head], signal);
  expectThat(status === 400, `answered ${status} instead of 400`);
  return `${status}; ${await serveNext(target)}`;
}

/** Refused, or closed without an answer, and nobody else hears of it. */
async function speakBadly(target: Target, bytes: Buffer, statuses: readonly number[], signal: AbortSignal): Promise<string> {
  const { status } = await exchangeBytes(target.port, [bytes], signal, silenceMs);
  expectThat(status === 0 || statuses.includes(status), `answered ${status} instead of ${statuses.join(' or ')}`);
  return status === 0 ? 'closed' : `${status}`;
}
