import { type Client, createClient } from '@ocr-web/api/client';
import { UsageError } from './cli-error.ts';

/**
 * A client of the service that `--server` names.
 *
 * @throws UsageError when the address or the token is missing or malformed
 */
export function connectToServer(server: string, token: string | undefined): Client {
  if (!token) throw new UsageError(`${server} needs a token: use --token, or set OCR_WEB_TOKEN.`);
  try {
    return createClient({ baseUrl: server, token });
  } catch (cause) {
    throw new UsageError(`--server or --token cannot be used: ${(cause as Error).message}`, { cause });
  }
}
