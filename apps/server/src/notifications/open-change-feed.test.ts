import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openChangeFeed } from './open-change-feed.ts';

test('of many who wait for the same, 32 are woken at once and 32 in each further turn of the event loop', async () => {
  let notify: (payload: string) => void = () => undefined;
  const listen = (_channel: string, onNotification: (payload: string) => void) => {
    notify = onNotification;
    return Promise.resolve(() => Promise.resolve());
  };
  const feed = await openChangeFeed({ listen }, ['things']);
  let woken = 0;
  const count = () => {
    woken += 1;
  };
  const { signal } = new AbortController();
  const waits = Array.from({ length: 70 }, () => feed.waitForChange(1, 60_000, signal).then(count));
  const other = feed.waitForChange(2, 60_000, signal).then(count);
  notify('1');
  const counts: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await setImmediate();
    counts.push(woken);
  }
  expect(counts).toEqual([64, 70, 70]);
  await Promise.all(waits);
  await feed.close();
  await other;
});

test.each([0, 1])('a wait ends when one of its signals aborts: number %i', async (which) => {
  const feed = await openChangeFeed({ listen: () => Promise.resolve(() => Promise.resolve()) }, ['things']);
  const reasons = [new AbortController(), new AbortController()];
  const wait = feed.waitForChange(1, 60_000, ...reasons.map(({ signal }) => signal));
  reasons[which]?.abort('over');
  await wait;
  // And none begins that has one already.
  await feed.waitForChange(1, 60_000, ...reasons.map(({ signal }) => signal));
  await feed.close();
});
