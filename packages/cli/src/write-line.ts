import { once } from 'node:events';
import type { Output } from './terminal.ts';

/** Writes a line and waits when the reader at the other end is slower. */
export async function writeLine(output: Output, text: string): Promise<void> {
  if (!output.write(`${text}\n`)) await once(output, 'drain');
}
