import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export type Tracer = {
  /** Ends it and returns how many calls there were. */
  readonly stop: () => Promise<number>;
};

/**
 * Counts the calls of fsync and fdatasync of processes and of all their threads by strace.
 * Undefined where strace is missing or may not look.
 */
export async function startTracer(pids: readonly number[]): Promise<Tracer | undefined> {
  const tracer = spawn('strace', ['-f', '-c', '-e', 'trace=fsync,fdatasync', ...pids.flatMap((pid) => ['-p', String(pid)])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const printed = text(tracer.stderr);
  const ended = once(tracer, 'close').then(
    () => undefined,
    () => undefined,
  );
  // It says that it has attached before it counts.
  const attached = once(tracer.stderr, 'data');
  await Promise.race([attached, ended]);
  if (tracer.exitCode !== null || tracer.pid === undefined) return undefined;
  return {
    stop: async () => {
      tracer.kill('SIGINT');
      await ended;
      return countCalls(await printed);
    },
  };
}

/** The fourth column of strace's summary, "calls", of each of the two. */
function countCalls(summary: string): number {
  const rows = summary.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*\b(?:fsync|fdatasync)$/gm);
  return [...rows].reduce((sum, [, calls]) => sum + Number(calls), 0);
}
