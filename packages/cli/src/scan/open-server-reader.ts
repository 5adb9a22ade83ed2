import type { V1ResultBody } from '@ocr-web/api';
import { isOcrWebError, type OcrWebError, type ScanResult } from '@ocr-web/api/client';
import { parseMrz } from '@ocr-web/mrz';
import { v1Result } from '@ocr-web/results';
import { connectToServer } from '../connect-to-server.ts';
import { SetupError } from '../setup-error.ts';
import { FileError } from './file-error.ts';
import type { FileReader } from './file-reader.ts';

/** Refusals of one file; every other one would meet the next file too. */
const refusalsOfFiles = new Set([400, 413, 415, 422]);

/**
 * Lets a service read. What it was sent stays there for as long as it keeps scans.
 *
 * @param atOnce how many files to send side by side
 * @param now for the century of dates
 * @throws UsageError when address or token are none
 */
export function openServerReader(server: string, token: string | undefined, atOnce: number, now: () => Date): FileReader {
  const { scans } = connectToServer(server, token);
  const draw = async (id: number, page: number, signal: AbortSignal) => {
    try {
      return new Uint8Array(await (await scans.annotated(id, page, { signal })).arrayBuffer());
    } catch (error) {
      throw isOcrWebError(error) ? explain(error, server) : error;
    }
  };
  return {
    atOnce,
    read: async (bytes, signal) => {
      try {
        const scan = await scans.read(bytes, { signal });
        if (scan.status === 'completed') {
          const annotate = async (page: number, stop: AbortSignal) => await draw(scan.id, page, stop);
          return { result: scan.result, v1: v1OfAnswer(scan.result, now()), annotate };
        }
        throw new FileError(scan.error.code, scan.error.message);
      } catch (error) {
        throw isOcrWebError(error) ? explain(error, server) : error;
      }
    },
    close: () => Promise.resolve(),
  };
}

/** A service answers with v2. What v1 says follows from the best zone's lines and its score. */
function v1OfAnswer({ documents: [best] }: ScanResult, now: Date): V1ResultBody {
  const today = now.toISOString().slice(0, 10);
  return v1Result({ zones: best ? [{ document: parseMrz(best.lines, { today }), score: best.score }] : [] });
}

function explain(error: OcrWebError, server: string): Error {
  const { code, status, message } = error;
  if (status !== undefined && refusalsOfFiles.has(status)) return new FileError(code, message, { cause: error });
  return new SetupError(`${server} does not read (${code}): ${message}`, { cause: error });
}
