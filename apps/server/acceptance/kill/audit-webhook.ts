import { setTimeout } from 'node:timers/promises';
import type { Receiver } from '../../test/receivers/start-receiver.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Findings } from './findings.ts';

/** A delivery that failed while the service was killed is tried again within a few seconds. */
const maxWaitMs = 60_000;

/**
 * Waits until the receiver was told that each acknowledged scan and batch has ended, and notes of
 * which it never was, and which ended twice: the same message may come again, another one for the
 * same end may not.
 */
export async function auditWebhook(receiver: Receiver, acknowledged: Acknowledged, findings: Findings): Promise<void> {
  const { scans, batches, deletionsAsked } = acknowledged;
  // Of what is deleted nothing is told any more.
  const kept = [...scans.keys()].filter((id) => !deletionsAsked.has(id));
  const awaited = new Set([...kept.map((id) => `scan ${id}`), ...[...batches.keys()].map((id) => `batch ${id}`)]);
  const messages = new Map<string, string>();
  const deadline = performance.now() + maxWaitMs;
  let read = 0;
  do {
    for (; read < receiver.received.length; read += 1) {
      const { body, headers } = receiver.received[read]!;
      const { type, data } = JSON.parse(body) as { type: string; data: { id: number } };
      const ended = `${type.split('.')[0]} ${data.id}`;
      const message = String(headers['webhook-id']);
      if ((messages.get(ended) ?? message) !== message) findings.doubled.push(`the webhook's end of ${ended}`);
      messages.set(ended, message);
      awaited.delete(ended);
    }
    await setTimeout(50);
  } while (awaited.size > 0 && performance.now() < deadline);
  for (const ended of awaited) findings.lost.push(`the webhook's end of ${ended}`);
}
