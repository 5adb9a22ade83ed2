import { setTimeout } from 'node:timers/promises';
import { expectThat } from './attack.ts';
import { type Exchange, exchange, type HostileRequest } from './exchange.ts';
import { expectHonestScan } from './honest-requests.ts';
import type { Target } from './start-target.ts';

const batches = '/api/v2/batches';

/** Sends a request with the attacker's token. */
export function sendHostile({ port, hostile }: Target, request: HostileRequest, signal: AbortSignal): Promise<Exchange> {
  return exchange(port, { ...request, headers: { authorization: hostile, ...request.headers } }, signal);
}

/**
 * Sends an archive as a batch: refused as a whole, or all of it ends. Whoever comes after it is
 * served.
 */
export async function sendHostileZip(target: Target, body: Buffer, signal: AbortSignal): Promise<string> {
  const sent = await sendHostile(target, { path: batches, headers: { 'content-type': 'application/zip' }, body }, signal);
  expectThat(sent.status >= 200 && sent.status < 500, `answered ${sent.status}`);
  const id = /"id":(\d+)/.exec(sent.text)?.[1];
  let state = sent.text;
  while (sent.status === 202 && !state.includes('"status":"completed"')) {
    await setTimeout(200, undefined, { signal });
    state = (await sendHostile(target, { method: 'GET', path: `${batches}/${id}`, headers: {} }, signal)).text;
  }
  const failed = /"failed":(\d+)/.exec(state)?.[1] ?? '-';
  return `${sent.status}, ${failed} failed; ${await serveNext(target)}`;
}

/** Lets the honest caller come after it, and says how long that took. */
export async function serveNext(target: Target): Promise<string> {
  return `then an honest scan in ${(await expectHonestScan(target)).toFixed(1)} s`;
}
