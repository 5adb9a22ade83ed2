import { type BatchClient, openBatchClient } from './batch-client.ts';
import { openScanClient, type ScanClient } from './scan-client.ts';
import { openTransport } from './transport.ts';
import { wait } from './wait.ts';
import { openWebhookClient, type WebhookClient } from './webhook-client.ts';

export type ClientOptions = {
  /** Where the service is, such as `https://ocr.example.org`. */
  readonly baseUrl: string | URL;
  readonly token: string;
  /** What sends the requests; the platform's own when missing. */
  readonly fetch?: typeof fetch;
  /** Longest silence of the service before a request counts as failed, milliseconds. A minute when missing. */
  readonly timeoutMs?: number;
  /** How often a request that may be repeated is sent again. 3 when missing. */
  readonly maxRetries?: number;
};

export type Client = {
  readonly scans: ScanClient;
  readonly batches: BatchClient;
  readonly webhooks: WebhookClient;
};

/**
 * A client of one service with one token. It keeps no connection and no state, so there is nothing to close.
 *
 * @throws TypeError when an option cannot be used
 */
export function createClient(options: ClientOptions): Client {
  const { token, fetch = globalThis.fetch, timeoutMs = 60_000, maxRetries = 3 } = options;
  if (!/^[\x21-\x7e]+$/.test(token)) throw new TypeError('token must be the text that "ocr-web token create" printed.');
  if (!(timeoutMs > 0)) throw new TypeError(`timeoutMs must be more than 0, not ${timeoutMs}.`);
  if (!(maxRetries >= 0)) throw new TypeError(`maxRetries must be 0 or more, not ${maxRetries}.`);
  const clock = { wait, now: () => new Date() };
  const transport = openTransport({
    baseUrl: parseBaseUrl(options.baseUrl),
    token,
    fetch,
    timeoutMs,
    maxRetries,
    random: Math.random,
    clock,
  });
  return { scans: openScanClient(transport), batches: openBatchClient(transport), webhooks: openWebhookClient(transport) };
}

function parseBaseUrl(text: string | URL): string {
  const url = URL.canParse(String(text)) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new TypeError(`baseUrl must be an address such as https://ocr.example.org, not "${text}".`);
  return url.href.replace(/\/+$/, '');
}
