import { type AdminClient, openAdminClient } from './admin/admin-client.ts';
import { type BatchClient, openBatchClient } from './batches/batch-client.ts';
import { openRegistrationClient, type RegistrationClient } from './registrations/registration-client.ts';
import { openScanClient, type ScanClient } from './scans/scan-client.ts';
import { systemClock } from './transport/clock.ts';
import { openTransport } from './transport/transport.ts';
import { openWebhookClient, type WebhookClient } from './webhooks/webhook-client.ts';

export type ClientOptions = {
  /** Address of the service, such as `https://ocr.example.org`. */
  readonly baseUrl: string | URL;
  readonly token: string;
  /** Sends the requests; the platform's own when missing. */
  readonly fetch?: typeof fetch;
  /**
   * How long the service may be silent before a request fails, milliseconds. A minute when missing.
   */
  readonly timeoutMs?: number;
  /** How often a request that may be repeated is sent again. 3 when missing. */
  readonly maxRetries?: number;
};

export type Client = {
  readonly scans: ScanClient;
  readonly batches: BatchClient;
  readonly webhooks: WebhookClient;
  readonly registrations: RegistrationClient;
  /** For operators: needs a token with the scope `admin`. */
  readonly admin: AdminClient;
};

/**
 * A client of one service with one token. It keeps no connection and no state, so there is nothing
 * to close.
 *
 * @throws TypeError when an option cannot be used
 */
export function createClient(options: ClientOptions): Client {
  const { token, fetch = globalThis.fetch, timeoutMs = 60_000, maxRetries = 3 } = options;
  if (!/^[\x21-\x7e]+$/.test(token)) throw new TypeError('token must be the text that "ocr-web token create" printed.');
  if (!(timeoutMs > 0)) throw new TypeError(`timeoutMs must be more than 0, not ${timeoutMs}.`);
  if (!(maxRetries >= 0)) throw new TypeError(`maxRetries must be 0 or more, not ${maxRetries}.`);
  const transport = openTransport({
    baseUrl: parseBaseUrl(options.baseUrl),
    token,
    fetch,
    timeoutMs,
    maxRetries,
    random: Math.random,
    clock: systemClock,
  });
  return {
    scans: openScanClient(transport),
    batches: openBatchClient(transport),
    webhooks: openWebhookClient(transport),
    registrations: openRegistrationClient(transport),
    admin: openAdminClient(transport),
  };
}

function parseBaseUrl(text: string | URL): string {
  const url = URL.canParse(String(text)) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new TypeError(`baseUrl must be an address such as https://ocr.example.org, not "${text}".`);
  return url.href.replace(/\/+$/, '');
}
