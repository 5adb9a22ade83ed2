import { isOcrWebError, OcrWebError } from '../ocr-web-error.ts';
import type { Clock } from './clock.ts';
import { type Deadline, openDeadline } from './open-deadline.ts';
import { readProblem } from './read-answer.ts';
import { retryDelayMs } from './retry-delay.ts';

export type TransportDeps = {
  readonly baseUrl: string;
  readonly token: string;
  readonly fetch: typeof fetch;
  /** Longest silence of the service, milliseconds. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly clock: Clock;
};

export type ApiRequest = {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base address, with a slash in front. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Blob | FormData | string | undefined;
  /** Whether sending it twice has the same effect as sending it once. */
  readonly repeatable: boolean;
  /**
   * Milliseconds on top of the timeout: for sending the body on a slow line, and for as long as the
   * service was asked to wait before it answers.
   */
  readonly allowanceMs?: number;
  readonly signal?: AbortSignal | undefined;
};

/** All fail with OcrWebError, or with the signal's reason. */
export type Transport = {
  /** Sends a request, again where that helps, and reads the answer. */
  readonly send: <Result>(request: ApiRequest, read: (response: Response) => Promise<Result>) => Promise<Result>;
  /** Sends a request once and yields the answer as text, as it arrives. */
  readonly stream: (request: ApiRequest) => AsyncGenerator<string, void, undefined>;
  /**
   * Waits until a failed request may be sent again.
   *
   * @throws the failure, if another attempt would not help or there were enough
   */
  readonly beforeRetry: (error: unknown, retries: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly clock: Clock;
};

/**
 * Sends requests to the service. After a network failure or a 429, 502, 503 or 504, a request that
 * may be repeated is sent again.
 */
export function openTransport(deps: TransportDeps): Transport {
  const beforeRetry: Transport['beforeRetry'] = async (error, retries, signal) => {
    signal?.throwIfAborted();
    const delayMs = retries < deps.maxRetries ? retryDelayMs(error, retries, deps.random()) : undefined;
    if (delayMs === undefined) throw error;
    await deps.clock.wait(delayMs, signal);
  };
  return {
    clock: deps.clock,
    beforeRetry,
    send: async (request, read) => {
      for (let retries = 0; ; retries++) {
        try {
          return await withAnswer(deps, request, read);
        } catch (error) {
          if (isOcrWebError(error)) error.attempts = retries + 1;
          if (!request.repeatable) throw error;
          await beforeRetry(error, retries, request.signal);
        }
      }
    },
    stream: (request) => streamAnswer(deps, request),
  };
}

async function withAnswer<Result>(deps: TransportDeps, request: ApiRequest, read: (response: Response) => Promise<Result>) {
  const deadline = openDeadline(deps.timeoutMs + (request.allowanceMs ?? 0), request.signal);
  try {
    return await read(await connect(deps, request, deadline));
  } catch (error) {
    throw explain(error, deadline.signal);
  } finally {
    deadline.end();
  }
}

async function* streamAnswer(deps: TransportDeps, request: ApiRequest): AsyncGenerator<string, void, undefined> {
  const deadline = openDeadline(deps.timeoutMs, request.signal);
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    const { body } = await connect(deps, request, deadline);
    reader = body?.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {};
      if (done) return;
      // The time that the consumer takes is no silence of the service.
      deadline.pause();
      yield decoder.decode(value, { stream: true });
      deadline.restart();
    }
  } catch (error) {
    throw explain(error, deadline.signal);
  } finally {
    deadline.end();
    // A consumer that stops early closes the connection.
    await reader?.cancel().catch(() => undefined);
  }
}

async function connect(deps: TransportDeps, request: ApiRequest, { signal }: Deadline): Promise<Response> {
  const { method = 'GET', headers = {}, body } = request;
  const { fetch } = deps; // a browser's fetch must not be called as a method
  const response = await fetch(addressOf(deps.baseUrl, request), {
    method,
    headers: { accept: 'application/json', authorization: `Bearer ${deps.token}`, ...known(headers) },
    ...(body !== undefined && { body }),
    signal,
    // The API never redirects. Following a redirect would turn a POST into a GET, or send the token
    // to another host.
    redirect: 'error',
    cache: 'no-store',
  });
  if (!response.ok) throw await readProblem(response, deps.clock.now());
  return response;
}

function addressOf(baseUrl: string, { path, query = {} }: ApiRequest): string {
  const search = new URLSearchParams(known(query)).toString();
  return `${baseUrl}${path}${search && `?${search}`}`;
}

/** The entries that have a value, as text. */
function known(values: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}

function explain(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (isOcrWebError(error)) return error;
  const { message, cause } = error as Error;
  const reason = cause instanceof Error && cause.message ? cause.message : message;
  return new OcrWebError('client.network', `The service could not be reached, or the connection broke: ${reason}`, { cause: error });
}
