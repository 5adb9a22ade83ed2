import { EngineError } from '@ocr-web/reader';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTaskRunner } from './create-task-runner.ts';
import { startSession, type WorkerPort } from './start-session.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const task = { kind: 'combine', frames: [], today: '2026-11-29' } as const;
const limits = { deadlineMs: 30_000, abortMs: 2_000 };

/** Workers that do what a test tells them, in the order of their start. */
function openWorkers() {
  const workers: { readonly sent: ToWorker[]; readonly say: (message: FromWorker) => void; readonly crash: () => void; ended: boolean }[] =
    [];
  const start = () => {
    const listeners = new Map<string, (event: { data: FromWorker }) => void>();
    const worker = {
      sent: [] as ToWorker[],
      ended: false,
      say: (message: FromWorker) => listeners.get('message')?.({ data: message }),
      crash: () => listeners.get('error')?.({ data: { kind: 'ready' } }),
    };
    workers.push(worker);
    const port: WorkerPort = {
      postMessage: (message) => void worker.sent.push(message),
      addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener as never),
      terminate: () => {
        worker.ended = true;
      },
    };
    return startSession(port, () => undefined);
  };
  return { workers, runner: createTaskRunner({ start, ...limits }) };
}

const outcome = (work: Promise<unknown>) =>
  work.then(
    (result) => ({ result }),
    (error) => (error instanceof EngineError ? { code: error.code, message: error.message } : { name: (error as Error).name }),
  );

/** Lets promises that are settled go on. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one task after the other', async () => {
  const { workers, runner } = openWorkers();
  const outcomes = Promise.all([outcome(runner.run(task, {})), outcome(runner.run(task, {}))]);
  workers[0]?.say({ kind: 'ready' });
  await settle();
  expect(workers[0]?.sent).toEqual([{ kind: 'task', id: 1, task }]);
  workers[0]?.say({ kind: 'answer', id: 1, result: undefined });
  await settle();
  workers[0]?.say({ kind: 'failure', id: 2, code: 'picture.corrupt', message: 'Damaged.' });
  expect(await outcomes).toEqual([{ result: undefined }, { code: 'picture.corrupt', message: 'Damaged.' }]);
  expect(workers).toHaveLength(1);
});

test('a worker that hangs is ended, and the next task gets another one', async () => {
  const { workers, runner } = openWorkers();
  workers[0]?.say({ kind: 'ready' });
  const hanging = outcome(runner.run(task, {}));
  const next = outcome(runner.run(task, {}));
  await vi.advanceTimersByTimeAsync(limits.deadlineMs);
  expect(await hanging).toEqual({ code: 'engine.timeout', message: 'The reader took more than 30 s for this picture.' });
  workers[1]?.say({ kind: 'ready' });
  await settle();
  workers[1]?.say({ kind: 'answer', id: 1, result: undefined });
  expect(await next).toEqual({ result: undefined });
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
});

test('who gives up is told at once, and the worker that stops in time is kept', async () => {
  const { workers, runner } = openWorkers();
  workers[0]?.say({ kind: 'ready' });
  const abort = new AbortController();
  const given = outcome(runner.run(task, { signal: abort.signal }));
  const next = outcome(runner.run(task, {}));
  await settle();
  abort.abort();
  expect(await given).toEqual({ name: 'AbortError' });
  expect(workers[0]?.sent.at(-1)).toEqual({ kind: 'abort', id: 1 });
  workers[0]?.say({ kind: 'aborted', id: 1 });
  await settle();
  workers[0]?.say({ kind: 'answer', id: 2, result: undefined });
  expect(await next).toEqual({ result: undefined });
  expect(workers.map(({ ended }) => ended)).toEqual([false]);
});

test('a worker that does not stop in time is ended', async () => {
  const { workers, runner } = openWorkers();
  workers[0]?.say({ kind: 'ready' });
  const abort = new AbortController();
  const given = outcome(runner.run(task, { signal: abort.signal }));
  await settle();
  abort.abort();
  await vi.advanceTimersByTimeAsync(limits.abortMs);
  expect([await given, workers.map(({ ended }) => ended)]).toEqual([{ name: 'AbortError' }, [true]]);
});

test('who gives up before its turn costs the worker nothing', async () => {
  const { workers, runner } = openWorkers();
  workers[0]?.say({ kind: 'ready' });
  const first = outcome(runner.run(task, {}));
  const given = outcome(runner.run(task, { signal: AbortSignal.abort() }));
  await settle();
  workers[0]?.say({ kind: 'answer', id: 1, result: undefined });
  expect([await first, await given]).toEqual([{ result: undefined }, { name: 'AbortError' }]);
  expect(workers[0]?.sent).toHaveLength(1);
});

test('a worker whose program does not load', async () => {
  const { workers, runner } = openWorkers();
  const ready = outcome(runner.ready());
  workers[0]?.crash();
  const message = 'The worker of the reader failed: its program or a file of it did not load.';
  expect(await ready).toEqual({ code: 'engine.crashed', message });
});

test('closing fails what runs, what waits and what comes', async () => {
  const { workers, runner } = openWorkers();
  workers[0]?.say({ kind: 'ready' });
  const outcomes = [outcome(runner.run(task, {})), outcome(runner.run(task, {}))];
  await settle();
  runner.close();
  outcomes.push(outcome(runner.run(task, {})));
  const closed = { code: 'engine.closed', message: 'The reader was closed.' };
  expect([await Promise.all(outcomes), workers.map(({ ended }) => ended)]).toEqual([[closed, closed, closed], [true]]);
});
