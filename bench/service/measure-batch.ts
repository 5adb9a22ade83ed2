import { setTimeout } from 'node:timers/promises';
import type { BatchBody } from '@ocr-web/api';
import type { Body } from '../harness/picture-bodies.ts';
import type { Client } from '../harness/start-service.ts';
import type { BarePool } from './start-bare-pool.ts';

export type BatchRate = {
  readonly kind: string;
  readonly files: number;
  /** Seconds until the upload was acknowledged. */
  readonly stored: number;
  /** Files a second, from the first byte of the upload to the end of the last reading. */
  readonly perSecond: number;
  /** Pictures a second of the bare pool, half of them read before the batch and half after it. */
  readonly pool: number;
  readonly ratio: number;
};

/** Often enough to see the end; the time of the end is what the service says. */
const pollMs = 100;

/**
 * Sends a batch, waits for its end, and lets the bare pool read as many pictures before and after
 * it.
 */
export async function measureBatch(client: Client, pool: BarePool, kind: string, body: Body, files: number): Promise<BatchRate> {
  const before = await pool.all(files / 2);
  const { stored, ended } = await runBatch(client, body, files);
  const after = await pool.all(files / 2);
  const rates = { perSecond: (1000 * files) / ended, pool: (1000 * files) / (before + after) };
  return { kind, files, stored: stored / 1000, ...rates, ratio: rates.perSecond / rates.pool };
}

/** Returns the milliseconds until it was acknowledged and until it had ended. */
async function runBatch(client: Client, body: Body, files: number): Promise<{ stored: number; ended: number }> {
  const startedAt = Date.now();
  const batch = await sendBatch(client, body);
  const stored = Date.now() - startedAt;
  return { stored, ended: (await batchEnd(client, batch, files)) - startedAt };
}

/** Sends a batch; resolves when it is acknowledged. */
export async function sendBatch(client: Client, body: Body): Promise<BatchBody> {
  const { status, text } = await client.send('POST', '/api/v2/batches', body);
  if (status !== 202) throw new Error(`The service answered ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as BatchBody;
}

/**
 * Waits for the end of a batch of so many files, and returns its time in milliseconds. Throws
 * unless all were read.
 */
export async function batchEnd(client: Client, sent: BatchBody, files: number): Promise<number> {
  let batch = sent;
  while (batch.finished_at === null) {
    await setTimeout(pollMs);
    batch = JSON.parse((await client.send('GET', `/api/v2/batches/${batch.id}`)).text) as BatchBody;
  }
  if (batch.counts.completed !== files) throw new Error(`Of ${files} files only ${batch.counts.completed} were read.`);
  return Date.parse(batch.finished_at);
}
