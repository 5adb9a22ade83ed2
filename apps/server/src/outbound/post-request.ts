import type { LookupAddress } from 'node:dns';
import { type ClientRequest, IncomingMessage, type InformationEvent, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { abortable } from './abortable.ts';
import { hostOf } from './resolve-host.ts';

export type PostRequest = {
  readonly url: URL;
  /** Where to connect: the name in the URL is not looked up. */
  readonly addresses: readonly LookupAddress[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What of a response says how an attempt ended. */
export type ResponseHead = Pick<IncomingMessage, 'statusCode' | 'headers'>;

/**
 * Informational responses (RFC 9110, section 15.2) that are passed over; an ordinary receiver sends
 * one or two.
 */
const maxInformational = 16;
/**
 * A body says nothing that counts; so much of it is read, for so long, that an ordinary receiver
 * can end its response in peace.
 */
const maxBodyBytes = 64 * 1024;
const maxBodyMs = 1000;

/**
 * Sends a POST on a connection of its own, since one that is kept would not have been looked up
 * anew. When the promise settles the connection is gone, whatever the other side does.
 *
 * @param signal has to abort some time: nothing else bounds the wait for the head of the response
 * @returns the head of the final response; or of an informational one that ends the exchange: 101,
 *   which nobody asked for, or one too many
 * @throws the error of the connection, or the reason of the signal
 */
export async function postRequest({ url, addresses, headers, body }: PostRequest, signal: AbortSignal): Promise<ResponseHead> {
  const lookup: LookupFunction = (_hostname, { all }, callback) => {
    if (all) callback(null, [...addresses]);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
  const outgoing = (url.protocol === 'https:' ? requestHttps : requestHttp)({
    method: 'POST',
    hostname: hostOf(url),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    agent: false,
    lookup,
  });
  const destroy = destroyerOf(outgoing);
  try {
    const head = abortable(readHead(outgoing), signal);
    outgoing.end(body);
    const response = await head;
    if (response instanceof IncomingMessage && response.statusCode !== 101) await drain(response, signal);
    return response;
  } finally {
    destroy();
  }
}

/**
 * Returns how to end a request with its connection: Node takes the socket away from a request whose
 * protocol was switched.
 */
function destroyerOf(outgoing: ClientRequest): () => void {
  let socket: Socket | undefined;
  outgoing.on('socket', (opened) => {
    socket = opened;
    // Then nobody listens to its errors any more either.
    opened.on('error', () => undefined);
  });
  return () => {
    outgoing.destroy();
    socket?.destroy();
  };
}

function readHead(outgoing: ClientRequest): Promise<IncomingMessage | (InformationEvent & ResponseHead)> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage | (InformationEvent & ResponseHead)>();
  let informational = 0;
  outgoing.on('information', (information) => {
    informational += 1;
    if (informational > maxInformational) resolve(information as InformationEvent & ResponseHead);
  });
  outgoing.on('response', resolve);
  outgoing.on('upgrade', resolve);
  outgoing.on('error', reject);
  outgoing.on('close', () => reject(new Error('The connection ended without a response.')));
  return promise;
}

/**
 * Never rejects: the status has decided already, and whatever goes wrong with the rest does not
 * matter.
 */
async function drain(response: IncomingMessage, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) resolve();
  });
  for (const event of ['end', 'close', 'error']) response.on(event, () => resolve());
  const timer = setTimeout(resolve, maxBodyMs);
  await abortable(promise, signal).catch(() => undefined);
  clearTimeout(timer);
}
