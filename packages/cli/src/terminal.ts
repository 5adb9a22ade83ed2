import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Everything of the surrounding process that commands use. */
export type Terminal = {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

/** Writes a line; waits while the program that reads the output is slower. */
export async function writeLine(output: Output, text: string): Promise<void> {
  if (!output.write(`${text}\n`)) await once(output, 'drain');
}
