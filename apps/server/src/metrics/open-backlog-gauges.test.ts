import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { openBacklogGauges } from './open-backlog-gauges.ts';
import type { Backlog } from './read-backlog.ts';

const backlog: Backlog = {
  queue: { single: 3, batch: 40, processing: 2, oldest_seconds: 1.5 },
  deliveries: { pending: 7, overdueSeconds: 9 },
};
const shown = [
  'ocr_web_queue_scans{kind="single"} 3',
  'ocr_web_queue_scans{kind="batch"} 40',
  'ocr_web_queue_scans{kind="processing"} 2',
  'ocr_web_queue_oldest_seconds 1.5',
  'ocr_web_webhook_deliveries_pending 7',
  'ocr_web_webhook_overdue_seconds 9',
  'ocr_web_backlog_success 1',
];

/** Gauges with a clock that stands still, over answers that the test gives. */
function openGauges(answers: readonly (() => Promise<Backlog>)[]) {
  const registry = new Registry();
  const state = { now: 0, reads: 0, warnings: 0 };
  const refresh = openBacklogGauges(registry, {
    read: () => answers[state.reads++]!(),
    logger: { warn: () => void state.warnings++ },
    clock: () => state.now,
    timeoutMs: 10,
  });
  const scrape = async () => {
    await refresh();
    return (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  };
  return { state, scrape };
}

test('scrapes within five seconds, and at the same time, cost one query', async () => {
  const idle = { queue: { single: 0, batch: 0, processing: 0, oldest_seconds: null }, deliveries: { pending: 0, overdueSeconds: 0 } };
  const { state, scrape } = openGauges([() => Promise.resolve(backlog), () => Promise.resolve(idle)]);
  expect(await Promise.all([scrape(), scrape()])).toEqual([shown, shown]);
  state.now = 4999;
  expect([await scrape(), state.reads]).toEqual([shown, 1]);
  state.now = 5000;
  expect([await scrape(), state.reads]).toEqual([shown.map((line, index) => line.replace(/\S+$/, index < 6 ? '0' : '1')), 2]);
});

test('a database that fails leaves the other metrics alone, and no value that is not true any more', async () => {
  const { state, scrape } = openGauges([
    () => Promise.resolve(backlog),
    () => Promise.reject(new Error('gone')),
    () => Promise.resolve(backlog),
  ]);
  await scrape();
  state.now = 5000;
  expect([await scrape(), state.warnings]).toEqual([['ocr_web_backlog_success 0'], 1]);
  state.now = 10_000;
  expect(await scrape()).toEqual(shown);
});

test('a database that hangs holds no scrape up and is not asked again', async () => {
  const answer = Promise.withResolvers<Backlog>();
  const { state, scrape } = openGauges([() => answer.promise]);
  expect([await scrape(), await scrape(), state.reads]).toEqual([['ocr_web_backlog_success 0'], ['ocr_web_backlog_success 0'], 1]);
  answer.resolve(backlog);
  expect([await scrape(), state.reads]).toEqual([shown, 1]);
});
