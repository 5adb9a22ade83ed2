import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { type Body, formBody } from '../harness/picture-bodies.ts';
import { sendRequest } from '../harness/send-request.ts';
import { type Attack, expectThat } from './attack.ts';
import { requestHead } from './exchange.ts';
import { holdConnections } from './hold-connections.ts';
import { expectHonestBatch, expectHonestScan } from './honest-requests.ts';
import { serveNext } from './send-hostile.ts';
import { type Caller, specimenForm, type Target } from './start-target.ts';

/** Valid requests, each of them cheap for who sends it, very many of them. */
export const floodAttacks: readonly Attack[] = [
  { name: 'floods/event-streams', limitSeconds: 60, run: openStreams },
  { name: 'floods/waiting-requests', limitSeconds: 90, run: waitForScan },
  { name: 'floods/one-idempotency-key', limitSeconds: 60, run: repeatKey },
  { name: 'floods/deletions', limitSeconds: 60, run: deleteWhileRead },
  { name: 'floods/conditions-and-ranges', limitSeconds: 60, run: askConditionally },
  { name: 'floods/drawings', limitSeconds: 90, run: drawMany },
  { name: 'floods/webhook-changes', limitSeconds: 60, run: changeWebhook },
  { name: 'floods/slow-pictures', limitSeconds: 90, run: sendSlowPictures },
];

/** More streams than there are, by several tokens; an honest one has to find a place. */
async function openStreams(target: Target): Promise<string> {
  const count = 600;
  const held = [];
  for (let token = 0; token < 4; token++) {
    const caller = await target.addCaller(`streams ${token}`);
    const { text } = await caller.send('POST', '/api/v1/tools/ocr/picture/', specimenForm);
    const path = `/api/v2/scans/${idOf(text)}/events`;
    held.push(await holdConnections(target.port, count / 4, requestHead('GET', path, { authorization: caller.authorization })));
  }
  await setTimeout(1000);
  const id = await expectHonestBatch(target.honest, 2);
  const { status } = await target.honest.send('GET', `/api/v2/batches/${id}/events`);
  for (const { close } of held) close();
  expectThat(status === 200, `an honest stream was answered with ${status}`);
  return `an honest stream had a place; ${await serveNext(target)}`;
}

/** Requests that wait for a scan which stands behind many others. */
async function waitForScan(target: Target): Promise<string> {
  const count = 500;
  const caller = await target.addCaller('waiting');
  const batch = await expectHonestBatch(caller, 300);
  const { text } = await caller.send('GET', '/api/v2/scans?limit=1');
  const head = requestHead('GET', `/api/v2/scans/${idOf(text)}`, { authorization: caller.authorization, prefer: 'wait=60' });
  const held = await holdConnections(target.port, count, head);
  const seconds = await expectHonestScan(target);
  await caller.send('DELETE', `/api/v2/batches/${batch}`);
  held.close();
  return `${count} requests waited; meanwhile an honest scan in ${seconds.toFixed(1)} s; ${await serveNext(target)}`;
}

/** The same picture under the same key, all at once: one scan comes of it. */
async function repeatKey(target: Target): Promise<string> {
  const caller = await target.addCaller('keys');
  const answers = await sendMany(target, caller, 300, 'POST', () => '/api/v2/scans', specimenOfV2, { 'idempotency-key': 'the-same' });
  expectThat(answers.every(isServed), count(answers));
  const ids = new Set(answers.filter(({ status }) => status < 300).map(({ text }) => idOf(text)));
  expectThat(ids.size === 1, `${ids.size} scans were made`);
  return `one scan; ${count(answers)}; ${await serveNext(target)}`;
}

/** Deletes a batch again and again while its results are read. */
async function deleteWhileRead(target: Target): Promise<string> {
  const caller = await target.addCaller('deletions');
  const id = await expectHonestBatch(caller, 50);
  const path = `/api/v2/batches/${id}`;
  const reading = sendMany(target, caller, 60, 'GET', (index) => (index % 2 ? `${path}/results` : path));
  await setTimeout(200);
  const deleting = sendMany(target, caller, 300, 'DELETE', () => path);
  // Results that are under way when their batch goes are cut off, so that nobody takes them for
  // all.
  const answers = [...(await reading).filter(({ status }) => status !== 0), ...(await deleting)];
  expectThat(answers.every(isServed), count(answers));
  return `${count(answers)}; ${await serveNext(target)}`;
}

/** Fields as long as a head may be, full of conditions and ranges. */
async function askConditionally(target: Target): Promise<string> {
  const caller = await target.addCaller('conditions');
  const { text } = await caller.send('POST', '/api/v1/tools/ocr/picture/', specimenForm);
  const headers = {
    'if-none-match': Array.from({ length: 500 }, (_, index) => `"${index}"`).join(', '),
    range: `bytes=${Array.from({ length: 1000 }, (_, index) => `${index}-${index}`).join(',')}`,
  };
  const path = `/api/v2/scans/${idOf(text)}`;
  const answers = await sendMany(target, caller, 2000, 'GET', (index) => (index % 2 ? `${path}/picture` : path), undefined, headers);
  expectThat(answers.every(isServed), count(answers));
  return `${count(answers)}; ${await serveNext(target)}`;
}

/** Every drawing costs a reader. */
async function drawMany(target: Target): Promise<string> {
  const caller = await target.addCaller('drawings');
  const { text } = await caller.send('POST', '/api/v2/scans', specimenOfV2, { prefer: 'wait=60' });
  const drawing = sendMany(target, caller, 500, 'GET', () => `/api/v2/scans/${idOf(text)}/pages/0/annotated`);
  await setTimeout(500);
  const seconds = await expectHonestScan(target);
  const answers = await drawing;
  expectThat(answers.every(isServed), count(answers));
  return `${count(answers)}; meanwhile an honest scan in ${seconds.toFixed(1)} s`;
}

/** Changes a webhook over and over while it has something to tell. */
async function changeWebhook(target: Target): Promise<string> {
  const caller = await target.addCaller('changes');
  const made = await caller.send('POST', '/api/v2/webhooks', json({ url: 'http://no-such-host.invalid/hook' }));
  const path = `/api/v2/webhooks/${/"id":"([^"]+)"/.exec(made.text)?.[1]}`;
  const testing = sendMany(target, caller, 100, 'POST', () => `${path}/test`);
  const answers = await sendMany(target, caller, 1000, 'PATCH', () => path, json({ url: 'http://no-such-host.invalid/other' }));
  answers.push(...(await testing));
  expectThat(answers.every(isServed), count(answers));
  return `${count(answers)}; ${await serveNext(target)}`;
}

/**
 * As many large pictures as it may have waiting, each of which takes a reader a second. An honest
 * one must not wait for all of them.
 */
async function sendSlowPictures(target: Target): Promise<string> {
  const caller = await target.addCaller('slow pictures');
  const blank = sharp({ create: { width: 9900, height: 9900, channels: 3, background: '#888' } });
  const picture = formBody('picture_file', [['blank.png', await blank.png({ compressionLevel: 1 }).toBuffer()]]);
  const answers = await sendMany(target, caller, 60, 'POST', () => '/api/v1/tools/ocr/picture/', picture);
  const seconds = await expectHonestScan(target);
  expectThat(seconds < 10, `an honest scan took ${seconds.toFixed(1)} s (${count(answers)})`);
  return `${count(answers)}; then an honest scan in ${seconds.toFixed(1)} s`;
}

const specimenOfV2: Body = {
  ...specimenForm,
  bytes: Buffer.from(specimenForm.bytes.toString('latin1').replace('name="picture_file"', 'name="file"'), 'latin1'),
};
const json = (body: object): Body => ({ contentType: 'application/json', bytes: Buffer.from(JSON.stringify(body)) });

type Answer = { readonly status: number; readonly text: string };

/** Sends that many requests, a hundred at a time. */
async function sendMany(
  { url }: Target,
  { authorization }: Caller,
  count: number,
  method: string,
  path: (index: number) => string,
  body?: Body,
  headers: Record<string, string> = {},
): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const send = (_: unknown, index: number) =>
    sendRequest(agent, method, `${url}${path(index)}`, body, { authorization, ...headers }).catch(() => ({ status: 0, text: '' }));
  const answers = await Promise.all(Array.from({ length: count }, send));
  agent.destroy();
  return answers;
}

/** Done, refused, or one too many; not failed. */
function isServed({ status }: Answer): boolean {
  return (status >= 200 && status < 500) || status === 503;
}

function count(answers: readonly Answer[]): string {
  const statuses = answers.map(({ status }) => status);
  return [...new Set(statuses)].map((status) => `${statuses.filter((other) => other === status).length} x ${status}`).join(', ');
}

function idOf(text: string): string {
  return /"id":(\d+)/.exec(text)?.[1] ?? 'none';
}
