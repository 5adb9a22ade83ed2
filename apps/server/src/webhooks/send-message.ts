import type { LookupAddress } from 'node:dns';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { WebhookFailure } from '@ocr-web/api';
import { explainFailure, SendFailure } from './explain-failure.ts';
import { hostOf } from './host-of.ts';
import { judgeWebhookUrl } from './judge-webhook-url.ts';
import type { ReachPolicy } from './reach-policy.ts';
import type { ResolveHost } from './resolve-host.ts';

export type SendParts = {
  readonly policy: ReachPolicy;
  readonly resolveHost: ResolveHost;
  /** Longest time for one attempt, from the look-up of the name to the end of the answer. */
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

/** An answer's body says nothing that counts; so much of it is read that an ordinary receiver can end its answer in peace. */
const maxAnswerBytes = 64 * 1024;

/**
 * Makes one attempt. The host's name is looked up once, every address is judged, and the connection goes to one of the addresses that
 * passed: a second look-up, which could give another answer, does not happen. Redirects are not followed.
 *
 * @returns the outcome, also when nothing was reached
 * @throws the signal's reason when the service stops
 */
export async function sendMessage(
  parts: SendParts,
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const url = judgeWebhookUrl(target, parts.policy);
  if (typeof url === 'string') return { httpStatus: null, failure: 'url_refused' };
  const deadline = AbortSignal.timeout(parts.timeoutMs);
  const either = AbortSignal.any([signal, deadline]);
  try {
    const addresses = await abortable(findAddresses(parts, hostOf(url), either), either);
    const answer = await post(url, addresses, headers, body, either);
    const outcome = judgeAnswer(answer);
    await discard(answer);
    return outcome;
  } catch (error) {
    signal.throwIfAborted();
    return { httpStatus: null, failure: deadline.aborted ? 'timeout' : explainFailure(error) };
  }
}

async function findAddresses({ policy, resolveHost }: SendParts, host: string, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  const family = isIP(host);
  const found = family === 0 ? await resolveHost(host, signal) : [{ address: host, family }];
  if (found.length === 0) throw new SendFailure('name_not_found');
  const allowed = found.filter(({ address }) => policy.isAllowedAddress(address));
  if (allowed.length === 0) throw new SendFailure('address_refused');
  return allowed;
}

function post(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_hostname, { all }, callback) => {
    if (all) callback(null, [...addresses]);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
  const options: RequestOptions = {
    method: 'POST',
    hostname: hostOf(url),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    // A connection of its own each time: one that is kept was not looked up anew.
    agent: false,
    lookup,
    signal,
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const outgoing = (url.protocol === 'https:' ? requestHttps : requestHttp)(options, resolve);
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

function judgeAnswer({ statusCode = 0, headers }: IncomingMessage): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { httpStatus: statusCode, failure: null };
  if (statusCode === 410) return { httpStatus: statusCode, failure: 'gone' };
  if (statusCode >= 300 && statusCode < 400) return { httpStatus: statusCode, failure: 'redirect' };
  const seconds = /^\d{1,9}$/.test(headers['retry-after'] ?? '') ? Number(headers['retry-after']) : 0;
  return { httpStatus: statusCode, failure: 'status', ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
}

/** The status has decided already: whatever goes wrong with the rest does not matter. */
async function discard(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      if (bytes > maxAnswerBytes) break;
    }
  } catch {
    // Broken off, or the time is over.
  }
  answer.destroy();
}

/** A look-up cannot always be stopped, but it need not be waited for. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', onAbort));
}
