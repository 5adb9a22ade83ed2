import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEngineError } from '@ocr-web/reader';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Behaviour } from './behaving-child.fixture.ts';
import type { ChildEndReason } from './child.ts';
import type { ChildEnd } from './child-end.ts';
import { type ChildPool, type ChildPoolOptions, openChildPool } from './open-child-pool.ts';

type Answer = { pid: number; served: number; output: unknown };

const entry = new URL('./behaving-child.fixture.ts', import.meta.url);
const defaults: ChildPoolOptions = { size: 1, deadlineMs: 10_000, startDeadlineMs: 10_000, memoryLimitMib: 1000, requestsPerChild: 1000 };

const folder = mkdtempSync(join(tmpdir(), 'child-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));
// A child starts in a third of the time when it does not compile its program anew.
const compileCache = join(getCompileCacheDir() ?? folder, 'readers');
let signs = 0;
const newSign = () => join(folder, String(++signs));
const written = (...paths: string[]) =>
  vi.waitFor(() => expect(paths.every((path) => existsSync(path))).toBe(true), { timeout: 5000, interval: 5 });

let pool: ChildPool<Behaviour, Answer>;
/** Opens a pool for one test, which may close it. */
async function open(options: Partial<ChildPoolOptions> = {}): Promise<void> {
  const opened = await openChildPool<Behaviour, Answer>({ entry, settings: {}, compileCache }, { ...defaults, ...options });
  onTestFinished(() => opened.close());
  pool = opened;
}

const shared = new Map<string, ReturnType<typeof openChildPool<Behaviour, Answer>>>();
/** Takes the pool with these limits that other tests have used: a child for each test is dear. */
async function share(limits: Partial<ChildPoolOptions> = {}): Promise<void> {
  const key = JSON.stringify(limits);
  const opened = shared.get(key) ?? openChildPool<Behaviour, Answer>({ entry, settings: {}, compileCache }, { ...defaults, ...limits });
  shared.set(key, opened);
  pool = await opened;
}
afterAll(async () => {
  for (const opened of shared.values()) await (await opened).close();
});

const outcome = (work: Promise<Answer>) =>
  work.then(
    ({ output }) => output,
    (error) => (isEngineError(error) ? [error.code, error.message] : error),
  );
const causeOf = (work: Promise<Answer>) =>
  work.then(
    () => expect.unreachable(),
    (error: Error) => error.cause,
  );
const pidOf = async () => (await pool.run({ do: 'wait', ms: 0 })).pid;
const isGone = (pid: number) => {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
};

test('every request gets its own answer, whoever answers it and whatever fails between', async () => {
  await open({ size: 2 });
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      outcome(pool.run(i % 13 === 5 ? { do: 'exit' } : { do: 'echo', bytes: new Uint8Array(i * 1000).fill(i) })),
    ),
  );
  const expected = Array.from({ length: 40 }, (_, i) =>
    i % 13 === 5
      ? ['engine.crashed', 'The reader process ended without an answer (exit code 7).']
      : String.fromCharCode(i).repeat(i * 1000),
  );
  // Texts compare faster than arrays.
  expect(outcomes.map((bytes) => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString('latin1') : bytes))).toEqual(expected);
});

test('large pictures cross unharmed', async () => {
  await share();
  const bytes = new Uint8Array(8_000_000);
  for (let i = 0; i < bytes.length; i++) bytes[i] = i * 31;
  const { output } = await pool.run({ do: 'echo', bytes: bytes.subarray(1000) });
  expect(Buffer.compare(output as Uint8Array, bytes.subarray(1000))).toBe(0);
});

describe('a child that fails is killed and replaced', () => {
  test.each<[string, Behaviour, Partial<ChildPoolOptions>, string, RegExp]>([
    ['crashes', { do: 'exit' }, {}, 'engine.crashed', /ended without an answer \(exit code 7\)/],
    ['has a bug', { do: 'fail' }, {}, 'engine.crashed', /failed in an unforeseen way \(TypeError: a bug\)/],
    ['is blocked for ever', { do: 'spin' }, { deadlineMs: 300 }, 'engine.timeout', /not done within 300 ms/],
    ['is late', { do: 'wait', ms: 60_000 }, { deadlineMs: 300 }, 'engine.timeout', /not done within 300 ms/],
    ['takes too much memory', { do: 'swallow memory' }, { memoryLimitMib: 200 }, 'engine.crashed', /used more than 200 MiB/],
  ])('when it %s', async (_, behaviour, options, code, message) => {
    await share(options);
    const before = await pidOf();
    expect(await outcome(pool.run(behaviour))).toEqual([code, expect.stringMatching(message)]);
    expect(await pidOf()).not.toBe(before);
    expect(isGone(before)).toBe(true);
  });

  test('but not one that refuses a picture', async () => {
    await share();
    const before = await pidOf();
    expect(await outcome(pool.run({ do: 'refuse' }))).toEqual(['picture.corrupt', 'It is damaged.']);
    expect(await pidOf()).toBe(before);
  });

  test('and its last words are kept as the cause', async () => {
    await share();
    const { pid } = await pool.run({ do: 'wait', ms: 200 });
    const end = { pid, exitCode: 7, signal: null, ranMs: expect.any(Number), residentMib: expect.any(Number), stderr: 'last words' };
    expect(await causeOf(pool.run({ do: 'exit' }))).toEqual(end);
    expect(await causeOf(pool.run({ do: 'fail' }))).toMatchObject({
      message: 'The reader failed in an unforeseen way (TypeError: a bug).',
      stack: expect.stringContaining('behaving-child.fixture.ts'),
    });
  });

  test('and they carry nothing that could have been read, and no bytes of a file', async () => {
    await share();
    const words = 'FATAL\n\x1b[31m P<UTOERIKSSON<<ANNA \u00e9\0 740812 at x.ts:12:34 caf\u00e9';
    expect(await causeOf(pool.run({ do: 'exit', words }))).toMatchObject({ stderr: '* [*m * * at x.ts:12:34 caf' });
    expect(await causeOf(pool.run({ do: 'exit', words: 'x'.repeat(100_000) }))).toMatchObject({ stderr: 'x'.repeat(500) });
  });
});

test('a child killed from outside while idle costs no request', async () => {
  await share();
  const before = await pidOf();
  process.kill(before, 'SIGKILL');
  expect(await pidOf()).not.toBe(before);
});

test('a child killed from outside at work is no fault of the request: another one takes it', async () => {
  const lost: unknown[] = [];
  await open({ onLost: ({ code, cause }) => lost.push([code, (cause as ChildEnd).pid, (cause as ChildEnd).signal]) });
  const before = await pidOf();
  const mark = newSign();
  const [first, second] = [outcome(pool.run({ do: 'hang once', mark })), outcome(pool.run({ do: 'wait', ms: 0 }))];
  await written(mark);
  process.kill(before, 'SIGKILL');
  expect([await first, await second]).toEqual(['done', undefined]);
  expect(lost).toEqual([['engine.crashed', before, 'SIGKILL']]);
});

test.each<[NodeJS.Signals, number, number, unknown]>([
  ['SIGKILL', 1, 2, 'done'],
  ['SIGKILL', 100, 2, ['engine.crashed', 'The reader process ended without an answer (SIGKILL).']],
  ['SIGHUP', 1, 2, 'done'],
  ...(['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE'] as const).map((by): [NodeJS.Signals, number, number, unknown] => [
    by,
    100,
    1,
    ['engine.crashed', `The reader process ended without an answer (${by}).`],
  ]),
])('a request whose children die by %s, %d times, is tried %d times', async (by, times, tries, result) => {
  await share();
  const tally = newSign();
  expect(await outcome(pool.run({ do: 'die', by, times, tally }))).toEqual(result);
  expect(readFileSync(tally, 'utf8')).toBe('.'.repeat(tries));
  expect(await outcome(pool.run({ do: 'wait', ms: 0 }))).toBeUndefined();
});

test('the second child that was killed says how it ended', async () => {
  await share();
  const work = pool.run({ do: 'die', by: 'SIGKILL', times: 100, tally: newSign() });
  expect(await causeOf(work)).toMatchObject({ pid: expect.any(Number), exitCode: null, signal: 'SIGKILL', stderr: '' });
});

test.each<[string, Behaviour, Partial<ChildPoolOptions>]>([
  ['too late', { do: 'wait', ms: 60_000 }, { deadlineMs: 300 }],
  ['too large', { do: 'swallow memory' }, { memoryLimitMib: 200 }],
])('a child that this side kills as %s says how large it was, and its request is not tried again', async (_, behaviour, options) => {
  await share(options);
  const { pid } = await pool.run({ do: 'wait', ms: 0 });
  const end = { pid, exitCode: null, signal: 'SIGKILL', ranMs: expect.any(Number), residentMib: expect.any(Number), stderr: '' };
  expect(await causeOf(pool.run(behaviour))).toEqual(end);
});

test('a child gives way to a fresh one after its share of requests', async () => {
  await share({ requestsPerChild: 2 });
  const answers = [];
  for (let i = 0; i < 5; i++) answers.push(await pool.run({ do: 'wait', ms: 0 }));
  expect(answers.map(({ served }) => served)).toEqual([1, 2, 1, 2, 1]);
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(3);
});

test('of every child it is told why it ended', async () => {
  const ends: ChildEndReason[] = [];
  const onEnd = (reason: ChildEndReason) => void ends.push(reason);
  const told = (...reasons: ChildEndReason[]) => vi.waitFor(() => expect(ends).toEqual(reasons), { timeout: 5000, interval: 5 });
  await open({ onEnd, deadlineMs: 1000, requestsPerChild: 2 });
  await outcome(pool.run({ do: 'exit' }));
  await told('crashed');
  await outcome(pool.run({ do: 'fail' }));
  await told('crashed', 'crashed');
  await outcome(pool.run({ do: 'wait', ms: 60_000 }));
  await told('crashed', 'crashed', 'timeout');
  process.kill(await pidOf(), 'SIGKILL');
  await told('crashed', 'crashed', 'timeout', 'killed');
  const stop = new AbortController();
  const sign = newSign();
  const work = outcome(pool.run({ do: 'spin', sign }, stop.signal));
  await written(sign);
  stop.abort();
  await work;
  await told('crashed', 'crashed', 'timeout', 'killed', 'aborted');
  for (let served = 0; served < 2; served++) await pidOf();
  await told('crashed', 'crashed', 'timeout', 'killed', 'aborted', 'retired');
  await pool.close();
  await told('crashed', 'crashed', 'timeout', 'killed', 'aborted', 'retired', 'closed');
});

describe('a signal', () => {
  const reason = new Error('the client went away');

  test('takes a request out of the queue', async () => {
    await share();
    const stop = new AbortController();
    const running = pool.run({ do: 'wait', ms: 100 });
    const waiting = outcome(pool.run({ do: 'exit' }, stop.signal));
    stop.abort(reason);
    expect(await waiting).toBe(reason);
    expect((await running).pid).toBe(await pidOf());
  });

  test('stops a request at work', async () => {
    await share();
    const stop = new AbortController();
    const before = await pidOf();
    const sign = newSign();
    const work = outcome(pool.run({ do: 'spin', sign }, stop.signal));
    await written(sign);
    stop.abort(reason);
    expect(await work).toBe(reason);
    expect(await pidOf()).not.toBe(before);
  });

  test('that was given already starts nothing', async () => {
    await share();
    expect(await outcome(pool.run({ do: 'exit' }, AbortSignal.abort(reason)))).toBe(reason);
  });
});

describe('closing', () => {
  test('fails what runs, what waits and what comes, and leaves no child', async () => {
    await open({ size: 2 });
    const pids = (await Promise.all([pool.run({ do: 'wait', ms: 50 }), pool.run({ do: 'wait', ms: 50 })])).map(({ pid }) => pid);
    const atWork = [newSign(), newSign()];
    const work = Promise.all([...atWork, ...atWork].map((sign) => outcome(pool.run({ do: 'spin', sign }))));
    await written(...atWork);
    await pool.close();
    const closed = ['engine.closed', 'The reader is shutting down.'];
    expect(await work).toEqual(new Array(4).fill(closed));
    expect(await outcome(pool.run({ do: 'wait', ms: 0 }))).toEqual(closed);
    expect(pids.map(isGone)).toEqual([true, true]);
  });

  test('twice is once', async () => {
    await open();
    await Promise.all([pool.close(), pool.close()]);
  });
});

test('a child that cannot prepare keeps the pool from opening and says why', async () => {
  await expect(openChildPool({ entry, settings: { unfit: true }, compileCache }, { ...defaults, size: 2 })).rejects.toMatchObject({
    code: 'model.invalid',
    message: 'The model is not the one of the manifest.',
  });
});
