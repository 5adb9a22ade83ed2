import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { WebhookFailure } from '@ocr-web/api';
import { abortable } from '../../outbound/abortable.ts';
import type { OutboundPolicy } from '../../outbound/outbound-policy.ts';
import { postRequest, type ResponseHead } from '../../outbound/post-request.ts';
import { hostOf, type ResolveHost } from '../../outbound/resolve-host.ts';
import { validateWebhookUrl } from '../../outbound/validate-webhook-url.ts';

export type SendDeps = {
  readonly policy: OutboundPolicy;
  readonly resolveHost: ResolveHost;
  /**
   * Longest time for one attempt, from the look-up of the name to the end of the answer,
   * milliseconds.
   */
  readonly timeoutMs: number;
};

/** What became of an attempt. */
export type Outcome = {
  readonly httpStatus: number | null;
  /** null when it was delivered. */
  readonly failure: WebhookFailure | null;
  /** How long the receiver asked to be left alone. */
  readonly retryAfterMs?: number;
};

/**
 * Makes one attempt. The host's name is looked up once, every address is checked, and the
 * connection goes to one of the addresses that passed: a second look-up, which could give another
 * answer, does not happen. Redirects are not followed.
 *
 * Settles within `timeoutMs` whatever name servers and the receiver do, and at once when the signal
 * aborts; no connection is left then.
 *
 * @returns the outcome, also when nothing was reached
 * @throws the signal's reason
 */
export async function sendMessage(
  deps: SendDeps,
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<Outcome> {
  signal.throwIfAborted();
  const url = validateWebhookUrl(target, deps.policy);
  if (typeof url === 'string') return { httpStatus: null, failure: 'url_refused' };
  const exchange = new AbortController();
  const abort = () => exchange.abort(signal.reason);
  signal.addEventListener('abort', abort);
  const deadline = setTimeout(() => exchange.abort(new SendFailure('timeout')), deps.timeoutMs);
  try {
    const addresses = await abortable(findAddresses(deps, hostOf(url), exchange.signal), exchange.signal);
    return toOutcome(await postRequest({ url, addresses, headers, body }, exchange.signal));
  } catch (error) {
    signal.throwIfAborted();
    return { httpStatus: null, failure: explainFailure(error) };
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', abort);
  }
}

async function findAddresses({ policy, resolveHost }: SendDeps, host: string, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  const family = isIP(host);
  const found = family === 0 ? await resolveHost(host, signal) : [{ address: host, family }];
  if (found.length === 0) throw new SendFailure('name_not_found');
  const allowed = found.filter(({ address }) => !policy.isBlockedAddress(address));
  if (allowed.length === 0) throw new SendFailure('address_refused');
  return allowed;
}

function toOutcome({ statusCode = 0, headers }: ResponseHead): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { httpStatus: statusCode, failure: null };
  if (statusCode === 410) return { httpStatus: statusCode, failure: 'gone' };
  if (statusCode >= 300 && statusCode < 400) return { httpStatus: statusCode, failure: 'redirect' };
  const seconds = /^\d{1,9}$/.test(headers['retry-after'] ?? '') ? Number(headers['retry-after']) : 0;
  return { httpStatus: statusCode, failure: 'status', ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
}

/** An attempt that this side ended before an answer came. */
class SendFailure extends Error {
  readonly failure: WebhookFailure;

  constructor(failure: WebhookFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** Gives a name to what went wrong before an answer came. */
export function explainFailure(error: unknown): WebhookFailure {
  if (error instanceof SendFailure) return error.failure;
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  // Both ways of looking names up say so here; their codes overlap with those of connections.
  if (/^(query|getaddrinfo)/.test(syscall)) return 'name_not_found';
  if (/CERT|SSL|TLS|^UNABLE_TO_|^EPROTO$/.test(code)) return 'tls';
  return 'connection';
}
