import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Captured } from './run-captured.ts';

const program = fileURLToPath(new URL('../bin/ocr-web.mjs', import.meta.url));

/** Starts the program with these variables and no others. */
export function spawnCli(argv: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [program, ...argv], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for its end; `code` is -1 when a signal ended it. */
export async function finish(running: ChildProcess): Promise<Captured> {
  const [[code], stdout, stderr] = await Promise.all([once(running, 'exit'), text(running.stdout!), text(running.stderr!)]);
  return { code: code ?? -1, stdout, stderr };
}
