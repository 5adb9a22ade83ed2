import { Agent as HttpAgent, request as sendHttp } from 'node:http';
import { Agent as HttpsAgent, request as sendHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { RequestSigner, type S3Credentials } from './request-signer.ts';

/** A bucket as requests for its objects see it. */
export type BucketAddress = {
  /** What stands before the key, with a slash at the end. */
  readonly base: URL;
  readonly region: string;
  readonly credentials: () => Promise<S3Credentials>;
};

export type ObjectClientLimits = {
  readonly maxAttempts: number;
  readonly maxConnections: number;
  /** For making a connection, milliseconds. */
  readonly connectionMs: number;
  /** Without a byte from the store, milliseconds. */
  readonly requestMs: number;
};

export type ObjectRequest = {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
};

type Answer = { readonly status: number; readonly date: string | undefined; readonly body: Buffer };

/** Before the second attempt, milliseconds; doubled for each further one. */
const firstPauseMs = 100;

/** An answer of the store that refuses; in the form of Amazon's own client. */
class S3RefusalError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(code: string, httpStatusCode: number) {
    super(`The store answered ${httpStatusCode} (${code}).`);
    this.name = code;
    this.$metadata = { httpStatusCode };
  }
}

/** No answer in time; in the form of Amazon's own client. */
class S3TimeoutError extends Error {
  readonly $metadata = {};

  constructor(what: string, ms: number) {
    super(`The store did not ${what} within ${ms} ms.`);
    this.name = 'TimeoutError';
  }
}

const empty = new Uint8Array();

/**
 * Sends requests for single objects to a store that speaks S3. Amazon's own client takes three
 * times the processor time for them, more than all statements of a scan; it does what is rarer.
 */
export class ObjectClient {
  readonly #address: BucketAddress;
  readonly #limits: ObjectClientLimits;
  readonly #agent: HttpAgent | HttpsAgent;
  readonly #signer: RequestSigner;
  /**
   * By how much the store's clock is ahead of this one, where it has refused a signature for it.
   */
  #clockOffsetMs = 0;

  constructor(address: BucketAddress, limits: ObjectClientLimits) {
    this.#address = address;
    this.#limits = limits;
    this.#signer = new RequestSigner(address.region);
    const options = { keepAlive: true, maxSockets: limits.maxConnections };
    this.#agent = address.base.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  /**
   * @returns the body of the answer; undefined where there is no such object
   * @throws the error of the last attempt
   */
  async send(request: ObjectRequest): Promise<Buffer | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return readAnswer(request, await this.#sendOnce(request));
      } catch (error) {
        if (attempt >= this.#limits.maxAttempts || !isWorthAnotherTry(error)) throw error;
      }
      // Not all at the same moment.
      await setTimeout(firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #sendOnce({ method, key, headers = {}, body = empty }: ObjectRequest): Promise<Answer> {
    const url = new URL(key, this.#address.base);
    const now = new Date(Date.now() + this.#clockOffsetMs);
    const signed = this.#signer.sign({ method, url, headers, body }, await this.#address.credentials(), now);
    const length = method === 'PUT' ? { 'content-length': String(body.length) } : {};
    const answer = await this.#exchange(method, url, { ...signed, ...length }, body);
    if (answer.status === 403 && codeOf(answer) === 'RequestTimeTooSkewed')
      this.#clockOffsetMs = Date.parse(answer.date ?? '') - Date.now() || 0;
    return answer;
  }

  #exchange(method: string, url: URL, headers: Record<string, string>, body: Uint8Array): Promise<Answer> {
    const { connectionMs, requestMs } = this.#limits;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const send = url.protocol === 'https:' ? sendHttps : sendHttp;
    const outgoing = send(url, { agent: this.#agent, method, headers, timeout: requestMs }, (response) => {
      buffer(response).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, date: response.headers.date, body: bytes }),
        (error: Error) => reject(error),
      );
    });
    outgoing.once('socket', (socket) => {
      if (!socket.connecting) return;
      const late = () => outgoing.destroy(new S3TimeoutError('take a connection', connectionMs));
      const timer = globalThis.setTimeout(late, connectionMs);
      for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(timer));
    });
    outgoing.on('timeout', () => outgoing.destroy(new S3TimeoutError('answer', requestMs)));
    outgoing.on('error', reject);
    outgoing.end(body);
    return promise;
  }
}

function readAnswer({ method }: ObjectRequest, answer: Answer): Buffer | undefined {
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  const code = codeOf(answer);
  if (answer.status === 404 && code === 'NoSuchKey' && method !== 'PUT') return undefined;
  throw new S3RefusalError(code, answer.status);
}

function codeOf({ body }: Answer): string {
  return /<Code>(\w{1,100})<\/Code>/.exec(body.toString('utf8', 0, 2000))?.[1] ?? 'Unknown';
}

/** Refusals that Amazon says will pass: of its own faults, of too many requests, of a clock. */
const passing: readonly string[] = [
  'RequestTimeout',
  'RequestTimeTooSkewed',
  'SlowDown',
  'ThrottlingException',
  'TooManyRequestsException',
];

function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof S3RefusalError)) return true;
  return error.$metadata.httpStatusCode >= 500 || error.$metadata.httpStatusCode === 429 || passing.includes(error.name);
}
