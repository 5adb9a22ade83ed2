import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('./supervisor.fixture.ts', import.meta.url));

type Run = {
  readonly supervisor: ChildProcess;
  /**
   * The runs of the service so far: the process, and the port and number of heaps that it was
   * given.
   */
  readonly services: () => { readonly pid: number; readonly port: string; readonly heaps: string }[];
  /** Resolves when a service has come up for the n-th time. */
  readonly up: (times?: number) => Promise<void>;
  readonly log: () => readonly unknown[];
  /** How supervising ended, and what was logged. */
  readonly finish: () => Promise<{ readonly end: unknown; readonly log: readonly unknown[] }>;
};

/** @param npmScript starts the supervisor in a shell, as npm does for a script of this name */
function start(script: string, npmScript?: string, environment: Readonly<Record<string, string>> = {}): Run {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-web-supervise-'));
  const record = join(folder, 'record');
  const command: [string, string[]] =
    npmScript === undefined ? [process.execPath, [program]] : ['sh', ['-c', `"${process.execPath}" "${program}"; exit $?`]];
  const supervisor = spawn(...command, {
    env: {
      ...(npmScript !== undefined && { npm_lifecycle_event: npmScript }),
      SCRIPT: script,
      RECORD: record,
      OCR_WEB_PORT: '0',
      NODE_COMPILE_CACHE: getCompileCacheDir(),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    supervisor.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
  let output = '';
  let errors = '';
  supervisor.stdout.on('data', (data) => {
    output += data;
  });
  supervisor.stderr.on('data', (data) => {
    errors += data;
  });
  const closed = once(supervisor, 'close');
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  const log = () => lines(errors).map((line) => JSON.parse(line));
  return {
    supervisor,
    log,
    services: () =>
      lines(readFileSync(record, 'utf8')).map((line) => {
        const [pid, , port = '', , heaps = ''] = line.split(' ');
        return { pid: Number(pid), port, heaps };
      }),
    up: async (times = 1) => {
      while (output.split('up\n').length <= times) await once(supervisor.stdout, 'data');
    },
    finish: async () => {
      await closed;
      return { end: JSON.parse(lines(output).at(-1) ?? ''), log: log() };
    },
  };
}

const died = (fields: object) => ({
  level: 'error',
  time: expect.any(String),
  ...fields,
  delayMs: expect.any(Number),
  msg: 'the service died and is started again',
});

test('a service that ends by itself is not started again', async () => {
  expect(await start('end').finish()).toEqual({ end: { exitCode: 0, wasReady: true }, log: [] });
});

test('the threads of a service share one heap, unless the operator says otherwise', async () => {
  const plain = start('end');
  const own = start('end', undefined, { MALLOC_ARENA_MAX: '4' });
  await Promise.all([plain.finish(), own.finish()]);
  expect([...plain.services(), ...own.services()].map(({ heaps }) => heaps)).toEqual(['1', '4']);
});

test('a service that could not start is not started again', async () => {
  expect(await start('refuse-to-start').finish()).toEqual({ end: { exitCode: 1, wasReady: false }, log: [] });
});

test('a service that died is started again, on the port that it had taken', async () => {
  const run = start('die fault end');
  expect(await run.finish()).toEqual({
    end: { exitCode: 0, wasReady: true },
    log: [died({ code: null, signal: 'SIGKILL' }), died({ code: 1, signal: null })],
  });
  expect(run.services().map(({ port }) => port)).toEqual(['0', '4711', '4711']);
});

test('a service that is killed at its first start is started again; one that cannot start after a restart too', async () => {
  const run = start('die-at-start fault refuse-to-start');
  expect(await run.finish()).toEqual({
    end: { exitCode: 1, wasReady: true },
    log: [
      died({ code: null, signal: 'SIGKILL' }),
      died({ code: 1, signal: null }),
      {
        ...{ level: 'fatal', time: expect.any(String), code: 1, signal: null },
        msg: 'the service keeps dying and is not started again; the lines before say of what',
      },
    ],
  });
});

test('a service that finds no room on its disk after a restart is tried until there is some, however often', async () => {
  const run = start('fault disk-full disk-full disk-full disk-full end');
  const full = died({ code: 75, signal: null });
  expect(await run.finish()).toEqual({
    end: { exitCode: 0, wasReady: true },
    log: [died({ code: 1, signal: null }), full, full, full, full],
  });
});

test('a first start without room on its disk is a start that failed', async () => {
  expect(await start('disk-full').finish()).toEqual({ end: { exitCode: 1, wasReady: false }, log: [] });
});

test('SIGTERM to the supervisor, or to the service alone, stops both', async () => {
  const one = start('stay');
  await one.up();
  one.supervisor.kill('SIGTERM');
  const other = start('stay');
  await other.up();
  process.kill(other.services()[0]!.pid, 'SIGTERM');
  const stopped = { end: { exitCode: 0, wasReady: true }, log: [] };
  expect(await Promise.all([one.finish(), other.finish()])).toEqual([stopped, stopped]);
});

test.each(['start', 'npx'])('SIGTERM to npm, which kills the shell of "%s" only, stops both too', async (script) => {
  const run = start('stay', script);
  await run.up();
  run.supervisor.kill('SIGTERM');
  expect(await run.finish()).toEqual({ end: { exitCode: 0, wasReady: true }, log: [] });
});

test('a second signal ends a service that does not listen; the same one arriving twice does not', async () => {
  const run = start('ignore-signals');
  await run.up();
  run.supervisor.kill('SIGINT');
  run.supervisor.kill('SIGINT');
  await setTimeout(400);
  expect(run.supervisor.exitCode).toBeNull();
  run.supervisor.kill('SIGTERM');
  expect(await run.finish()).toEqual({ end: { exitCode: 143, wasReady: true }, log: [] });
});

test('kill -9 of the supervisor: the service ends at once', async () => {
  const run = start('ignore-signals');
  await run.up();
  run.supervisor.kill('SIGKILL');
  // Its output closes when the last process that holds it has ended.
  expect(await once(run.supervisor, 'close')).toEqual([null, 'SIGKILL']);
  expect(run.log()).toEqual([{ level: 'fatal', time: expect.any(String), msg: 'the supervisor is gone' }]);
});
