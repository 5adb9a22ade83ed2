import { isOcrWebError, type OcrWebError } from '@ocr-web/api/client';
import { SetupError } from '../../cli-error.ts';
import { connectToServer } from '../../connect-to-server.ts';
import { FileError } from '../files/read-file-bytes.ts';
import type { FileReader, Wanted } from './file-reader.ts';

/** Refusals of one file; any other would be the same for the next file. */
const refusalsOfFiles = new Set([400, 413, 415, 422]);

/**
 * Lets a service read. It keeps what it is sent for as long as it keeps scans.
 *
 * @param atOnce how many files to send side by side
 * @param wanted what to ask for beside the zone
 * @throws UsageError when the address or the token is malformed or missing
 */
export function openServerReader(server: string, token: string | undefined, atOnce: number, { visual, barcodes }: Wanted): FileReader {
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
        const scan = await scans.read(bytes, { signal, ...(visual && { visual }), ...(barcodes && { barcodes }) });
        if (scan.status === 'completed') {
          const annotate = async (page: number, stop: AbortSignal) => await draw(scan.id, page, stop);
          return { result: scan.result, annotate };
        }
        throw new FileError(scan.error.code, scan.error.message);
      } catch (error) {
        throw isOcrWebError(error) ? explain(error, server) : error;
      }
    },
    close: () => Promise.resolve(),
  };
}

function explain(error: OcrWebError, server: string): Error {
  const { code, status, message } = error;
  if (status !== undefined && refusalsOfFiles.has(status)) return new FileError(code, message, { cause: error });
  return new SetupError(`${server} did not read the file (${code}): ${message}`, { cause: error });
}
