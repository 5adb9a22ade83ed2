import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, type OnTestFinishedHandler, test } from 'vitest';

const program = fileURLToPath(new URL('./blockable-program.fixture.ts', import.meta.url));

type TestContext = { readonly onTestFinished: (handler: OnTestFinishedHandler) => void };

// Side by side: each of these processes mostly waits.
function run({ onTestFinished }: TestContext, behaviour: string, standardError: number | 'pipe' = 'pipe'): ChildProcess {
  const child = spawn(process.execPath, [program, behaviour], { stdio: ['pipe', 'pipe', standardError] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function finish(child: ChildProcess) {
  const [[code, signal], errors] = await Promise.all([once(child, 'close'), text(child.stderr!)]);
  return { code, signal, errors };
}

/** The one line that was logged. */
const parseLine = (errors: string) => JSON.parse(errors) as { stack: string[] };

test.concurrent('a thread that runs without end: a line that names the function, and the process is ended', async (context) => {
  const { signal, errors } = await finish(run(context, 'spin'));
  const line = parseLine(errors);
  expect({ signal, line }).toEqual({
    signal: 'SIGKILL',
    line: { level: 'fatal', time: expect.any(String), blockedMs: 500, stack: expect.any(Array), msg: 'the event loop is blocked' },
  });
  expect(line.stack[0]).toMatch(/^spinForEver \(file:\/\/.*\/blockable-program\.fixture\.ts:8\)$/);
});

test.concurrent('a thread that is stuck in native code cannot be asked, and is ended all the same', async (context) => {
  const { signal, errors } = await finish(run(context, 'wait'));
  expect({ signal, line: parseLine(errors) }).toEqual({
    signal: 'SIGKILL',
    line: {
      ...{ level: 'fatal', time: expect.any(String), blockedMs: 500, msg: 'the event loop is blocked' },
      stack: 'not to be had: the thread is in native code',
    },
  });
});

test.concurrent('nobody reads standard error, and its pipe is full: the process is ended all the same', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-web-watchdog-'));
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const end = openSync(pipe, 'r+');
  context.onTestFinished(() => {
    closeSync(end);
    rmSync(folder, { recursive: true });
  });
  const child = run(context, 'fill', end);
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
});

test.concurrent('a process that was suspended for longer than the limit goes on', async (context) => {
  const child = run(context, 'idle');
  await once(child.stdout!, 'data');
  child.kill('SIGSTOP');
  await setTimeout(1500);
  child.kill('SIGCONT');
  expect(await Promise.race([once(child, 'exit'), setTimeout(1500, 'goes on')])).toBe('goes on');
});

test.concurrent('the watchdog does not keep a process from its end', async (context) => {
  expect(await finish(run(context, 'end'))).toEqual({ code: 0, signal: null, errors: '' });
});
