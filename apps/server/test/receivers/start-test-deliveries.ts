import type { Kysely } from 'kysely';
import { afterEach } from 'vitest';
import type { Tables } from '../../src/database/tables.ts';
import { createOutboundPolicy } from '../../src/outbound/outbound-policy.ts';
import { sendMessage } from '../../src/webhooks/delivery/send-message.ts';
import { type Deliveries, type DeliveryDeps, startDeliveries } from '../../src/webhooks/delivery/start-deliveries.ts';
import { enqueueEvent } from '../../src/webhooks/enqueue-event.ts';
import type { TestDatabase } from '../open-test-database.ts';
import { testKeys } from '../test-keys.ts';
import { type Behaviour, type Receiver, startReceiver } from './start-receiver.ts';

type Opened = Pick<TestDatabase, 'database' | 'logger'>;

/** What the tests seal secrets with. */
const webhookKey = new Uint8Array(32);

/**
 * Delivers from a test's database to receivers on this machine, which have addresses and no names.
 */
function startTestDeliveries(
  { database, logger }: Opened,
  { timeoutMs = 5000, ...changes }: Partial<DeliveryDeps> = {},
): Promise<Deliveries> {
  const reach = { policy: createOutboundPolicy(true), resolveHost: () => Promise.reject(new Error('no names here')), timeoutMs };
  return startDeliveries({
    database,
    send: (...message) => sendMessage(reach, ...message),
    timeoutMs,
    key: webhookKey,
    keys: testKeys.keys,
    schedule: { firstDelayMs: 20, windowMs: 60_000 },
    userAgent: 'OCR-Web/test',
    now: () => new Date(),
    random: () => 0.5,
    logger,
    ...changes,
  });
}

/** What the use cases of webhooks need. */
export function webhookDeps({ database }: Opened) {
  return {
    sql: database.sql,
    keys: testKeys.keys,
    key: webhookKey,
    policy: createOutboundPolicy(true),
    now: () => new Date(),
    limit: 100,
  };
}

/** Starts deliveries and receivers for the tests of a file, and closes them after each test. */
export function useTestDeliveries(opened: Opened) {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  return {
    start: async (changes: Partial<DeliveryDeps> = {}): Promise<Deliveries> => {
      const deliveries = await startTestDeliveries(opened, changes);
      closers.push(() => deliveries.close(0));
      return deliveries;
    },
    receive: async (behave?: Behaviour, port?: number): Promise<Receiver> => {
      const receiver = await startReceiver(behave, port);
      closers.push(receiver.close);
      return receiver;
    },
  };
}

/** Stores the event that a scan was completed for each webhook of an owner. */
export function enqueueScanEvent(sql: Kysely<Tables>, ownerId: string, id: number): Promise<void> {
  const data = { id, status: 'completed', reference: null, batch_id: null } as const;
  return sql
    .transaction()
    .execute((transaction) => enqueueEvent(transaction, { ownerId, key: undefined, type: 'scan.completed', data, now: new Date() }));
}
