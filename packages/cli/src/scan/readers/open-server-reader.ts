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
 * @param wanted what it is asked for beside the zone
 * @throws UsageError when the address or the token is malformed or missing
 */
export function openServerReader(server: string, token: string | undefined, atOnce: number, wanted: Wanted): FileReader {
  const { scans } = connectToServer(server, token);
  const fetched = async (drawing: Promise<Blob>) => {
    try {
      return new Uint8Array(await (await drawing).arrayBuffer());
    } catch (error) {
      throw isOcrWebError(error) ? explain(error, server) : error;
    }
  };
  return {
    atOnce,
    read: async (bytes, signal) => {
      try {
        const scan = await scans.read(bytes, { signal, ...wanted });
        if (scan.status === 'completed') {
          return {
            result: scan.result,
            annotate: (page, stop) => fetched(scans.annotated(scan.id, page, { signal: stop })),
            cut: (what, index, stop) => fetched(scans[what](scan.id, index, { signal: stop })),
          };
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
