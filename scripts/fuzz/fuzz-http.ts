/**
 * Sends malformed requests to a real service: `node scripts/fuzz/fuzz-http.ts [--count 2000]
 * [--seed 1] [--connections 8]`. Each is an honest request of the API, of the page or of a probe
 * with something wrong in its method, address, headers, JSON, form or bytes. Prints a table; exits
 * with 1 when an answer is 500, when one request has two answers, when the service or a reader of
 * it ended, when it does not answer an honest request afterwards, or when a scan is stuck. The same
 * seed makes the same requests. Linux only.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { spawnServer } from '../../apps/server/acceptance/spawn-server.ts';
import { prepareDataDirectory } from '../../apps/server/test/prepare-data-directory.ts';
import { freePort } from '../../apps/server/test/servers/free-port.ts';
import { onePixelPng } from '../../apps/server/test/uploads/pictures.ts';
import { createRandom } from '../../packages/reader/test/structures/random.ts';
import { baseRequests } from './http/base-requests.ts';
import { mutateRequest } from './http/mutate-request.ts';
import { sendBytes } from './http/send-bytes.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    connections: { type: 'string', default: '8' },
  },
});
const [count, firstSeed, connections] = [Number(values.count), Number(values.seed), Number(values.connections)];
if (![count, firstSeed, connections].every((value) => Number.isSafeInteger(value) && value > 0)) {
  console.error('--count, --seed and --connections take whole numbers');
  process.exit(2);
}

const token = 'token-of-the-fuzz-run';
const silentMs = 500;
/** MiB by which the service may be larger at the end than after a tenth of the requests. */
const toleratedMib = 150;
const directory = await prepareDataDirectory();
const metricsPort = await freePort();
const server = await spawnServer(directory, {
  OCR_WEB_TOKEN: token,
  OCR_WEB_METRICS_PORT: String(metricsPort),
  OCR_WEB_RATE_LIMIT: '0',
  OCR_WEB_WRONG_TOKENS_PER_MINUTE: '0',
  OCR_WEB_MAX_WAITING_SCANS: '100000',
  OCR_WEB_LOG_LEVEL: 'error',
});
const port = Number(new URL(server.url).port);
const childrenOf = (pid: number | undefined) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
const servicePid = childrenOf(server.process.pid).split(' ')[0] ?? '';
const mibOf = (name: string) =>
  Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(readFileSync(`/proc/${servicePid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const statuses = new Map<string, number>();
const failures: string[] = [];
let settledMib = 0;
let done = 0;
let slowestMs = 0;
let leftOpen = 0;

/**
 * Damaged bytes may hold two requests. Where the first one still says that the connection ends with
 * it, it has one answer.
 */
function asksForOne(bytes: Buffer): boolean {
  const [head = ''] = bytes.toString('latin1').split('\r\n\r\n', 1);
  return `${head}\r\n`.includes('\r\nConnection: close\r\n');
}

async function sendOne(seed: number): Promise<void> {
  const random = createRandom(seed);
  const bytes = mutateRequest(random.pick(baseRequests), token, random);
  const { statuses: found, end, milliseconds } = await sendBytes(port, bytes, silentMs);
  const name = found.length === 0 ? `none (${end})` : found.join(', ');
  statuses.set(name, (statuses.get(name) ?? 0) + 1);
  if (end === 'left open') leftOpen += 1;
  else slowestMs = Math.max(slowestMs, milliseconds);
  const final = found.filter((status) => status >= 200);
  if ((final.length > 1 && asksForOne(bytes)) || final.includes(500)) {
    failures.push(`--seed ${seed} --count 1: ${name}`);
    console.error(`${failures.at(-1)}\n${bytes.toString('latin1').slice(0, 600)}`);
  }
  done += 1;
  if (done === Math.ceil(count / 10)) settledMib = mibOf('VmRSS');
}

const startedAt = performance.now();
let next = firstSeed;
const sendWaiting = async () => {
  for (let seed = next++; seed < firstSeed + count; seed = next++) await sendOne(seed);
};
await Promise.all(Array.from({ length: connections }, sendWaiting));
const seconds = (performance.now() - startedAt) / 1000;

const waiting = async () => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return [...text.matchAll(/^ocr_web_queue_scans\{.*\} (\d+)$/gm)].reduce((sum, [, scans]) => sum + Number(scans), 0);
};
const drainedBy = performance.now() + 300_000;
while ((await waiting()) > 0 && performance.now() < drainedBy) await setTimeout(6000);
const stuck = await waiting();
const headers = { authorization: `Token ${token}`, 'content-type': 'image/png', prefer: 'wait=30' };
const honest = await fetch(`${server.url}/api/v2/scans`, { method: 'POST', headers, body: new Uint8Array(onePixelPng) });
const isSame = childrenOf(server.process.pid).split(' ')[0] === servicePid;
const [residentMib, peakMib] = [mibOf('VmRSS'), mibOf('VmHWM')];
const errors = server.errors().split('\n').filter(Boolean);
const end = await server.end('SIGTERM');
await rm(directory, { recursive: true });

console.table(Object.fromEntries([...statuses].sort(([, a], [, b]) => b - a).map(([status, requests]) => [status, { requests }])));
console.log(
  `${count} requests in ${Math.round(seconds)} s; ${leftOpen} waited for more and were left after ${silentMs} ms, the others took ${Math.round(slowestMs)} ms at most`,
);
console.log(
  `service: ${settledMib.toFixed(0)} MiB after a tenth, ${residentMib.toFixed(0)} MiB at the end, ${peakMib.toFixed(0)} MiB at most; ended with ${end} on SIGTERM`,
);
if (stuck > 0) failures.push(`${stuck} scans are stuck`);
if (!honest.ok) failures.push(`an honest scan is answered with ${honest.status}`);
if (!isSame) failures.push('the service was restarted');
if (end !== 0) failures.push(`the service ended with ${end}`);
if (residentMib > settledMib + toleratedMib) failures.push(`the service grew by ${(residentMib - settledMib).toFixed(0)} MiB`);
if (errors.length > 0) failures.push(`${errors.length} errors were logged: ${errors[0]?.slice(0, 500)}`);
console.log(failures.length === 0 ? 'no findings' : failures.join('\n'));
process.exitCode = failures.length === 0 ? 0 : 1;
