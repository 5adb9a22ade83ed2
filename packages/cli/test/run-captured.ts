import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../src/run-cli.ts';

export type Captured = { readonly code: number; readonly stdout: string; readonly stderr: string };

/**
 * What the command line does with these arguments, this standard input and these variables, on
 * 2026-11-23.
 */
export async function runCaptured(argv: readonly string[], stdin = '', environment: Record<string, string> = {}): Promise<Captured> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const outputs = Promise.all([text(stdout), text(stderr)]);
  const code = await runCli(argv, {
    stdin: Readable.from([stdin]),
    stdout,
    stderr,
    environment,
    now: () => new Date('2026-11-23T12:00:00Z'),
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await outputs;
  return { code, stdout: out, stderr: err };
}
