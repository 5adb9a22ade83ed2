import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BatchBody } from '@ocr-web/api';
import type { Body } from '../harness/picture-bodies.ts';
import { processorTimeOf } from '../harness/process-figures.ts';
import { quantile } from '../harness/quantile.ts';
import { type Client, type Service, startService } from '../harness/start-service.ts';
import { batchEnd, sendBatch } from './measure-batch.ts';

/** What it costs that somebody hears of each scan of a batch at once. */
export type FollowerCost = {
  readonly kind: string;
  readonly followers: number;
  /**
   * Milliseconds of processor time of the main process a scan, with the followers and without them.
   */
  readonly main: number;
  readonly alone: number;
  /** What each line, event or delivery took of that, milliseconds. */
  readonly perMessage: number;
  /**
   * From the end of a scan to its delivery, milliseconds; missing where messages do not tell it.
   */
  readonly delay?: { readonly p50: number; readonly p95: number };
};

type Run = { readonly main: number; readonly messages: number; readonly delays: readonly number[] };

/**
 * Follows a batch until its end. Returns how many messages came, and how late those were that tell
 * it.
 */
type Follow = (batch: BatchBody) => Promise<{ readonly messages: number; readonly delays: readonly number[] }>;

/**
 * Sends the same batch alone, with so many streams of its results, of its events, and with a
 * webhook that hears of each scan.
 *
 * @param files how many there are in the batch
 * @param followers how many streams follow it
 */
export async function measureFollowers(readers: number, batch: Body, files: number, followers: number): Promise<FollowerCost[]> {
  const service = await startService(readers, '', { OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true' });
  const [client] = service.clients;
  const run = async (follow: Follow) => runBatch(service, client, batch, files, follow);
  const streams =
    (path: string, isMessage: RegExp): Follow =>
    async ({ id }) => {
      const texts = await Promise.all(Array.from({ length: followers }, () => client.send('GET', `/api/v2/batches/${id}/${path}`)));
      return { messages: texts.reduce((sum, { text }) => sum + (text.match(isMessage)?.length ?? 0), 0), delays: [] };
    };
  const nobody: Follow = () => Promise.resolve({ messages: 0, delays: [] });
  try {
    // The first one warms up what the others run.
    await run(streams('results', /^\{/gm));
    const before = await run(nobody);
    const results = await run(streams('results', /^\{/gm));
    const events = await run(streams('events', /^data: /gm));
    const after = await run(nobody);
    const deliveries = await withReceiver(client, files, run);
    const alone = (before.main + after.main) / 2;
    return [
      describe('streams of results', followers, results, alone, files),
      describe('streams of events', followers, events, alone, files),
      describe('webhook', 1, deliveries, alone, files),
    ];
  } finally {
    await service.close();
  }
}

async function runBatch(service: Service, client: Client, body: Body, files: number, follow: Follow): Promise<Run> {
  const before = processorTimeOf(service.pid).main;
  const batch = await sendBatch(client, body);
  const [followed] = await Promise.all([follow(batch), batchEnd(client, batch, files)]);
  return { main: (processorTimeOf(service.pid).main - before) / files, ...followed };
}

/**
 * Runs a batch while a webhook of the client's sends each end of a scan to a receiver in this
 * process.
 */
async function withReceiver(client: Client, files: number, run: (follow: Follow) => Promise<Run>): Promise<Run> {
  const delays: number[] = [];
  const receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      delays.push(Date.now() - Date.parse((JSON.parse(text) as { timestamp: string }).timestamp));
      response.end();
      if (delays.length === files) receiver.emit('all');
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const bytes = Buffer.from(JSON.stringify({ url, events: ['scan.completed'] }));
  const { status, text } = await client.send('POST', '/api/v2/webhooks', { contentType: 'application/json', bytes });
  if (status !== 201) throw new Error(`The service answered ${status}: ${text.slice(0, 300)}`);
  const all = once(receiver, 'all');
  const measured = await run(async () => {
    await all;
    return { messages: delays.length, delays };
  });
  receiver.closeAllConnections();
  receiver.close();
  return measured;
}

function describe(kind: string, followers: number, { main, messages, delays }: Run, alone: number, files: number): FollowerCost {
  const cost = { kind, followers, main, alone, perMessage: ((main - alone) * files) / messages };
  return delays.length === 0 ? cost : { ...cost, delay: { p50: quantile(delays, 0.5), p95: quantile(delays, 0.95) } };
}
