import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { commonHeaders } from './common-headers.ts';

export type SocketAnswer = {
  readonly status: number;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Refuses on the bare connection what never became a request, in the shape of all refusals, and
 * closes the connection. A client that keeps its half open is cut off after `lingerMs`: Node looks
 * after such a connection no more.
 *
 * @returns the id under which it was answered
 */
export function answerOnSocket(socket: Duplex, { status, detail, headers = {} }: SocketAnswer, lingerMs = 1000): string {
  const requestId = randomUUID();
  const body = JSON.stringify({ detail });
  const all = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...commonHeaders(requestId),
    ...headers,
    date: new Date().toUTCString(),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  // A client that resets the connection meanwhile must not end the process.
  socket.on('error', () => socket.destroy());
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  const cut = setTimeout(() => socket.destroy(), lingerMs).unref();
  socket.once('close', () => clearTimeout(cut));
  return requestId;
}
