import { connect } from 'node:net';

/**
 * What came back on a connection: the status of the first answer, 0 where there was none, and
 * everything as text.
 */
export type Exchange = { readonly status: number; readonly text: string; readonly seconds: number };

export type HostileRequest = {
  readonly method?: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
};

/** More than any answer that is looked at. */
const keptCharacters = 100_000;

/**
 * Sends bytes on a connection of its own and reads until the other side closes it, or has answered
 * and then been silent for so many milliseconds. By hand, since a client of HTTP would neither send
 * what is not HTTP, nor hear an answer that comes before all is sent.
 *
 * @throws the reason of the signal
 */
export async function exchangeBytes(
  port: number,
  bytes: readonly Buffer[],
  signal: AbortSignal,
  silenceMs = Number.POSITIVE_INFINITY,
): Promise<Exchange> {
  const startedAt = performance.now();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  let text = '';
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('data', (piece) => {
    if (text.length < keptCharacters) text += piece.toString('latin1');
    if (Number.isFinite(silenceMs)) socket.setTimeout(silenceMs, () => socket.destroy());
  });
  // What came before a reset counts.
  socket.on('error', () => resolve());
  socket.on('close', () => resolve());
  const abort = () => socket.destroy();
  signal.addEventListener('abort', abort);
  for (const piece of bytes) socket.write(piece);
  await closed;
  signal.removeEventListener('abort', abort);
  signal.throwIfAborted();
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  return { status, text, seconds: (performance.now() - startedAt) / 1000 };
}

/** Sends one request, after which the connection is to be closed. */
export function exchange(port: number, { method = 'POST', path, headers, body }: HostileRequest, signal: AbortSignal): Promise<Exchange> {
  const length: Record<string, string> = body ? { 'content-length': String(body.length) } : {};
  const head = requestHead(method, path, { ...length, connection: 'close', ...headers });
  return exchangeBytes(port, body ? [head, body] : [head], signal);
}

/** The request line and the fields of a request (RFC 9112). */
export function requestHead(method: string, path: string, headers: Readonly<Record<string, string>>): Buffer {
  const fields = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${fields.join('')}\r\n`);
}
