import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type MrzDocument, parseMrz } from '@ocr-web/mrz';
import { UsageError } from '../cli-error.ts';
import type { Terminal } from '../terminal.ts';

/** A guest as a scan shows him: the zone of the document, none where nothing was read. */
export type ReadGuest = { readonly file: string | undefined; readonly zone: MrzDocument | undefined; readonly score: number | undefined };

/**
 * Reads guests from records of scans, one JSON object a line: those of `ocr-web scan --json`, or
 * scans of API v2.
 *
 * @param path undefined for standard input
 * @param today the day of the check, for the centuries of dates
 * @throws UsageError that names the line
 */
export async function readGuests(
  path: string | undefined,
  terminal: Pick<Terminal, 'stdin' | 'signal'>,
  today: string,
): Promise<ReadGuest[]> {
  const input = path === undefined ? terminal.stdin : createReadStream(path);
  const guests: ReadGuest[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input, signal: terminal.signal })) {
      number++;
      if (line.trim() !== '') guests.push(toGuest(line, number, today));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(`There is no file ${path}.`);
    throw error;
  }
  return guests;
}

type Zone = { readonly lines?: unknown; readonly score?: unknown } | null | undefined;
type ScanLine = { file?: unknown; mrz?: Zone; valid_score?: unknown; result?: { documents?: readonly Zone[] } | null };

function toGuest(line: string, number: number, today: string): ReadGuest {
  const record = parseRecord(line, number);
  const { file, mrz, valid_score: validScore, result } = record as ScanLine;
  const found = result?.documents?.[0];
  const [lines, score] = [(mrz ?? found)?.lines, validScore ?? found?.score];
  return {
    file: typeof file === 'string' ? file : undefined,
    zone: Array.isArray(lines) && lines.every((one) => typeof one === 'string') ? parseMrz(lines, { today, keepLines: true }) : undefined,
    score: typeof score === 'number' ? score : undefined,
  };
}

function parseRecord(line: string, number: number): object {
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record;
  } catch {
    // Told below, with the number of the line and without what it says.
  }
  throw new UsageError(`Line ${number} of the scans is no JSON object: they are lines of "ocr-web scan --json".`);
}
