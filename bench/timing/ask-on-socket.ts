import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** How an answer came: its status, and the microseconds from the request to its last byte. */
export type TimedAnswer = { readonly status: number; readonly us: number };

/** Asks one request after another on one connection, as near to the service as a client can be. */
export type Asker = {
  readonly ask: (method: string, path: string, token: string) => Promise<TimedAnswer>;
  readonly close: () => void;
};

/** Connects to a service. Its answers must have a Content-Length or no body. */
export async function openAsker(url: string): Promise<Asker> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  return {
    ask: async (method, path, token) => {
      const head = `${method} ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Token ${token}\r\nX-Request-ID: timing\r\n\r\n`;
      // What it is made of must not count.
      const bytes = Buffer.from(head, 'latin1');
      const startedAt = process.hrtime.bigint();
      socket.write(bytes);
      const status = await readAnswer(socket);
      return { status, us: Number(process.hrtime.bigint() - startedAt) / 1000 };
    },
    close: () => socket.destroy(),
  };
}

/** Returns the status of the next answer, once all of it is there. */
function readAnswer(socket: Socket): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let seen = Buffer.alloc(0);
  const stop = () => socket.off('data', onData).off('close', onClose);
  const onClose = () => reject(new Error('The service closed the connection.'));
  const onData = (bytes: Buffer) => {
    seen = Buffer.concat([seen, bytes]);
    const end = seen.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = seen.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (seen.length < end + 4 + length) return;
    stop();
    resolve(Number(head.slice(9, 12)));
  };
  socket.on('data', onData).on('close', onClose);
  return promise;
}
