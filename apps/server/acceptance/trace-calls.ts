import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A system call that has returned. */
export type SystemCall = {
  readonly name: string;
  /** As strace prints them: each file descriptor with its path, texts cut short. */
  readonly args: string;
};

export type CallTrace = {
  /** Ends the trace and returns the calls in the order in which they returned. */
  readonly stop: () => Promise<readonly SystemCall[]>;
};

/** Tells whether strace is installed. */
export function isStraceInstalled(): boolean {
  return spawnSync('strace', ['--version']).error === undefined;
}

/**
 * Traces system calls of a process and all its threads by strace, from when this resolves.
 *
 * @param names of the calls
 */
export async function traceCalls(pid: number, names: readonly string[]): Promise<CallTrace> {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-web-trace-'));
  const file = join(folder, 'calls');
  const tracer = spawn('strace', ['-f', '-y', '-s', '64', '-o', file, '-e', `trace=${names.join()}`, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(tracer, 'close');
  // It says that it has attached.
  const [said] = (await once(tracer.stderr, 'data')) as [Buffer];
  if (!/attached/.test(String(said))) throw new Error(String(said));
  return {
    stop: async () => {
      tracer.kill('SIGINT');
      await closed;
      const text = await readFile(file, 'utf8');
      await rm(folder, { recursive: true });
      return parseCalls(text);
    },
  };
}

/**
 * A call during which another thread called is printed in two lines: its beginning, and "<... name
 * resumed>" with the rest.
 */
function parseCalls(text: string): SystemCall[] {
  const begun = new Map<string, string>();
  return text.split('\n').flatMap((line): SystemCall[] => {
    const { thread = '', rest = '' } = /^(?<thread>\d+)\s+(?<rest>.*)$/.exec(line)?.groups ?? {};
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(rest)?.[1];
    if (unfinished !== undefined) begun.set(thread, unfinished);
    const whole = rest.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? '');
    const { name, args } = /^(?<name>\w+)\((?<args>.*)\)\s+= \d+$/.exec(whole)?.groups ?? {};
    return name !== undefined && args !== undefined ? [{ name, args }] : [];
  });
}
