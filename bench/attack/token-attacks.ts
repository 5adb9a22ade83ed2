import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { revokeToken } from '../harness/run-token-command.ts';
import { sendRequest } from '../harness/send-request.ts';
import { type Attack, expectThat } from './attack.ts';
import { expectHonestBatch } from './honest-requests.ts';
import { serveNext } from './send-hostile.ts';
import type { Target } from './start-target.ts';

const wrongTokens = 20_000;
/** An open stream must end within this time after its token was closed. */
const cutSeconds = 1;

/** Tokens that are guessed, and one that is closed while it is used. */
export const tokenAttacks: readonly Attack[] = [
  { name: 'tokens/guessing', limitSeconds: 180, run: guess },
  { name: 'tokens/revoked-stream', limitSeconds: 60, run: revoke },
];

/**
 * Tries wrong tokens from one address as fast as eight connections can, while an honest caller asks
 * from the same one.
 */
async function guess(target: Target, signal: AbortSignal): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const statuses = new Map<number, number>();
  let tried = 0;
  const tryOne = async () => {
    const authorization = `Token ${String(tried++).padStart(43, 'x')}`;
    const { status } = await sendRequest(agent, 'GET', `${target.url}/api/v2/scans`, undefined, { authorization });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const keepTrying = async () => {
    while (tried < wrongTokens && !signal.aborted) await tryOne();
  };
  const honest: number[] = [];
  const startedAt = performance.now();
  const trying = Promise.all(Array.from({ length: 8 }, keepTrying)).finally(() => agent.destroy());
  const ended = trying.then(() => true);
  while (!(await Promise.race([ended, setTimeout(100, false)]))) honest.push((await target.honest.send('GET', '/api/v2/scans')).status);
  await trying;
  const perSecond = (1000 * tried) / (performance.now() - startedAt);
  signal.throwIfAborted();
  const refused = [...statuses].map(([status, count]) => `${count} x ${status}`).join(', ');
  expectThat(
    [...statuses.keys()].every((status) => status === 401 || status === 429),
    refused,
  );
  expectThat(
    honest.every((status) => status === 200),
    `honest requests were answered with ${[...new Set(honest)].join(', ')}`,
  );
  return `${refused}; ${honest.length} honest requests answered meanwhile, ${perSecond.toFixed(0)} tokens tried a second; ${await serveNext(target)}`;
}

/** Closes a token by the command line while it holds a stream of events open. */
async function revoke(target: Target): Promise<string> {
  const doomed = await target.addCaller('doomed');
  const id = await expectHonestBatch(doomed, 300);
  const stream = await openStream(`${target.url}/api/v2/batches/${id}/events`, doomed.authorization);
  let endedAt: number | undefined;
  let text = '';
  stream.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  // Cut off or ended: neither brings any more.
  for (const event of ['end', 'error', 'close']) stream.on(event, () => (endedAt ??= performance.now()));
  await setTimeout(1000);
  expectThat(endedAt === undefined, 'the stream ended before its token was closed');
  await revokeToken(target.dataDirectory, doomed.id);
  const revokedAt = performance.now();
  while (endedAt === undefined && performance.now() - revokedAt < cutSeconds * 1000) await setTimeout(10);
  stream.destroy();
  expectThat(endedAt !== undefined, `the stream still ran ${cutSeconds} s after its token was closed`);
  expectThat(!text.includes('"status":"completed"'), 'the batch had ended before its token was closed');
  const { status } = await doomed.send('GET', '/api/v2/scans');
  expectThat(status === 401, `the closed token was answered with ${status}`);
  return `stream cut ${Math.max(0, endedAt - revokedAt).toFixed(0)} ms after the command; ${await serveNext(target)}`;
}

async function openStream(url: string, authorization: string): Promise<IncomingMessage> {
  const outgoing = request(url, { agent: false, headers: { authorization } });
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  expectThat(response.statusCode === 200, `the stream was answered with ${response.statusCode}`);
  return response;
}
