import { isOcrWebError, OcrWebError } from './ocr-web-error.ts';
import { type Deadline, openDeadline } from './open-deadline.ts';
import { readProblem } from './read-problem.ts';
import { retryDelayMs } from './retry-delay.ts';

export type TransportParts = {
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

type Clock = {
  readonly now: () => Date;
  /** @throws the signal's reason */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export type ApiRequest = {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base address, with a slash in front. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Blob | FormData | string | undefined;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
  /** What sending the body takes on a slow line, and for how long the service was asked to hold the answer back: milliseconds on top of the timeout. */
  readonly allowanceMs?: number;
  readonly signal?: AbortSignal | undefined;
};

/** All fail with OcrWebError, or with the signal's reason. */
export type Transport = {
  /** Sends a request until it is answered and the answer is read. */
  readonly send: <Result>(request: ApiRequest, read: (response: Response) => Promise<Result>) => Promise<Result>;
  /** Sends a request once and hands its answer out as text, as it comes in. */
  readonly stream: (request: ApiRequest) => AsyncGenerator<string, void, undefined>;
  /** Waits until what failed may be tried again. @throws the failure, where trying again is no use or was tried often enough */
  readonly beforeRetry: (error: unknown, retries: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly clock: Clock;
};

/** Carries requests to the service: failures of the network, 429, 502, 503 and 504 are tried again where the request may be repeated. */
export function openTransport(parts: TransportParts): Transport {
  const beforeRetry: Transport['beforeRetry'] = async (error, retries, signal) => {
    signal?.throwIfAborted();
    const delayMs = retries < parts.maxRetries ? retryDelayMs(error, retries, parts.random()) : undefined;
    if (delayMs === undefined) throw error;
    await parts.clock.wait(delayMs, signal);
  };
  return {
    clock: parts.clock,
    beforeRetry,
    send: async (request, read) => {
      for (let retries = 0; ; retries++) {
        try {
          return await withAnswer(parts, request, read);
        } catch (error) {
          if (isOcrWebError(error)) error.attempts = retries + 1;
          if (!request.repeatable) throw error;
          await beforeRetry(error, retries, request.signal);
        }
      }
    },
    stream: (request) => streamAnswer(parts, request),
  };
}

async function withAnswer<Result>(parts: TransportParts, request: ApiRequest, read: (response: Response) => Promise<Result>) {
  const deadline = openDeadline(parts.timeoutMs + (request.allowanceMs ?? 0), request.signal);
  try {
    return await read(await connect(parts, request, deadline));
  } catch (error) {
    throw explain(error, deadline.signal);
  } finally {
    deadline.end();
  }
}

async function* streamAnswer(parts: TransportParts, request: ApiRequest): AsyncGenerator<string, void, undefined> {
  const deadline = openDeadline(parts.timeoutMs, request.signal);
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    const { body } = await connect(parts, request, deadline);
    reader = body?.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {};
      if (done) return;
      // However long the listener takes for it: that is no silence of the service.
      deadline.pause();
      yield decoder.decode(value, { stream: true });
      deadline.restart();
    }
  } catch (error) {
    throw explain(error, deadline.signal);
  } finally {
    deadline.end();
    // Whoever stops early closes the connection with it.
    await reader?.cancel().catch(() => undefined);
  }
}

async function connect(parts: TransportParts, request: ApiRequest, { signal }: Deadline): Promise<Response> {
  const { method = 'GET', headers = {}, body } = request;
  const { fetch } = parts; // a browser's fetch must not be called as a method of something else
  const response = await fetch(addressOf(parts.baseUrl, request), {
    method,
    headers: { accept: 'application/json', authorization: `Bearer ${parts.token}`, ...known(headers) },
    ...(body !== undefined && { body }),
    signal,
    // The API answers where it is asked. A redirect would turn a POST into a GET, or carry the token elsewhere.
    redirect: 'error',
    cache: 'no-store',
  });
  if (!response.ok) throw await readProblem(response, parts.clock.now());
  return response;
}

function addressOf(baseUrl: string, { path, query = {} }: ApiRequest): string {
  const search = new URLSearchParams(known(query)).toString();
  return `${baseUrl}${path}${search && `?${search}`}`;
}

/** What has a value, as text. */
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
