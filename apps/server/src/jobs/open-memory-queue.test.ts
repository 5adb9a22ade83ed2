import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NewJob } from './job-queue.ts';
import { openMemoryQueue } from './open-memory-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const full = () => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

const three = [1, 2, 3].map((scanId): NewJob<'read-scan'> => ({ payload: { scanId } }));

/** A queue with jobs, whose handler sees them two at a time. Returns what it saw. */
async function openWithJobs(handle: (scanId: number) => Promise<void>, jobs = three) {
  let deliver: (message: string) => void = () => undefined;
  const log: string[] = [];
  const queue = await openMemoryQueue(
    {
      listen: (_channel, onNotification) => {
        deliver = onNotification;
        return Promise.resolve(() => Promise.resolve());
      },
    },
    pino({ base: null, timestamp: false }, { write: (line: string) => log.push((JSON.parse(line) as { msg: string }).msg) }),
  );
  const seen: number[] = [];
  await queue.work('read-scan', 2, ({ scanId }) => {
    seen.push(scanId);
    return handle(scanId);
  });
  deliver(JSON.stringify({ name: 'read-scan', jobs }));
  return { queue, seen, log };
}

test('on a full disk all jobs wait together, are tried again by two, and go on in their order', async () => {
  let isFull = true;
  const { queue, seen, log } = await openWithJobs(() => (isFull ? Promise.reject(full()) : Promise.resolve()));
  await vi.advanceTimersByTimeAsync(4999);
  expect(seen).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual([1, 2, 1, 2]);
  isFull = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect([seen, log]).toEqual([[1, 2, 1, 2, 1, 2, 3], Array.from({ length: 4 }, () => 'the disk is full, jobs wait')]);
  await queue.close(0);
});

test('a fault that is no full disk holds up no other job', async () => {
  const { queue, seen, log } = await openWithJobs((scanId) => (scanId === 1 ? Promise.reject(new Error('a fault')) : Promise.resolve()));
  await vi.advanceTimersByTimeAsync(999);
  expect(seen).toEqual([1, 2, 3]);
  await vi.advanceTimersByTimeAsync(1);
  expect([seen, log]).toEqual([
    [1, 2, 3, 1],
    ['job failed', 'job failed'],
  ]);
  await queue.close(0);
});

test('a queue that waits for room is closed at once, and nothing begins any more', async () => {
  const { queue, seen } = await openWithJobs(() => Promise.reject(full()));
  await vi.advanceTimersByTimeAsync(0);
  await queue.close(20_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toEqual([1, 2]);
});

test('owners take turns, however many jobs one of them has sent before', async () => {
  const job = (scanId: number, owner: string, priority = 0): NewJob<'read-scan'> => ({ payload: { scanId }, owner, priority });
  const flood = Array.from({ length: 10 }, (_, index) => job(index + 1, 'flooding'));
  const { queue, seen } = await openWithJobs(
    () => Promise.resolve(),
    [...flood, job(11, 'one'), job(12, 'one'), job(13, 'other'), job(14, 'one', -1)],
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual([1, 2, 3, 11, 13, 4, 12, 5, 6, 7, 8, 9, 10, 14]);
  await queue.close(0);
});
