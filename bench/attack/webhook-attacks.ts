import { setTimeout } from 'node:timers/promises';
import { startReceiver } from '../../apps/server/test/receivers/start-receiver.ts';
import type { Body } from '../harness/picture-bodies.ts';
import { type Attack, expectThat } from './attack.ts';
import { startHostileReceivers } from './hostile/hostile-receivers.ts';
import { type Caller, specimenForm, type Target } from './start-target.ts';

const webhooks = 64;
/** Of each token, by default. */
const webhooksPerToken = 10;
/** A healthy receiver must hear within this time, whatever the others do. */
const deliverySeconds = 5;
/** Longer than an attempt may take, so that the hostile ones run into every limit. */
const holdSeconds = 20;

/** Receivers that answer wrongly, slowly or without end. */
export const webhookAttacks: readonly Attack[] = [{ name: 'webhooks/hostile-receivers', limitSeconds: 120, run: attackSender }];

async function attackSender(target: Target): Promise<string> {
  const receivers = await startHostileReceivers();
  const healthy = await startReceiver();
  try {
    for (let made = 0; made < webhooks; made += webhooksPerToken) {
      const caller = await target.addCaller(`webhooks ${made}`);
      const count = Math.min(webhooksPerToken, webhooks - made);
      for (let index = made; index < made + count; index++)
        await createWebhook(caller, receivers.urls[index % receivers.urls.length] as string);
      // An event for each of them.
      await caller.send('POST', '/api/v1/tools/ocr/picture/', specimenForm, { prefer: 'wait=60' });
    }
    const before = await deliver(target.honest, healthy);
    await setTimeout(holdSeconds * 1000);
    const after = await deliver(target.honest, healthy);
    const asked = Object.values(receivers.counts()).reduce((sum, count) => sum + count, 0);
    expectThat(asked >= webhooks, `only ${asked} of ${webhooks} hostile receivers were asked`);
    return `${asked} hostile requests; healthy ones took ${before.toFixed(1)} and ${after.toFixed(1)} s`;
  } finally {
    receivers.close();
    await healthy.close();
  }
}

/** Makes a webhook to a healthy receiver and waits for its first event. Returns the seconds. */
async function deliver(
  caller: Caller,
  { url, received }: Pick<Awaited<ReturnType<typeof startReceiver>>, 'url' | 'received'>,
): Promise<number> {
  const id = await createWebhook(caller, url);
  const count = received.length;
  const startedAt = performance.now();
  const { status } = await caller.send('POST', `/api/v2/webhooks/${id}/test`);
  expectThat(status < 300, `the test of a healthy webhook was answered with ${status}`);
  const seconds = () => (performance.now() - startedAt) / 1000;
  while (received.length === count && seconds() < deliverySeconds) await setTimeout(10);
  expectThat(received.length > count, `a healthy webhook was not delivered within ${deliverySeconds} s`);
  return seconds();
}

async function createWebhook(caller: Caller, url: string): Promise<string> {
  const body: Body = { contentType: 'application/json', bytes: Buffer.from(JSON.stringify({ url })) };
  const { status, text } = await caller.send('POST', '/api/v2/webhooks', body);
  expectThat(status === 201, `a webhook was answered with ${status} ${text.slice(0, 120)}`);
  return (JSON.parse(text) as { id: string }).id;
}
