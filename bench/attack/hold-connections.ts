import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Connections that are held open. */
export type HeldConnections = {
  /** Sends these bytes on each of them that is still open. */
  readonly write: (bytes: string) => void;
  /** How many are still open. */
  readonly open: () => number;
  readonly close: () => void;
};

/**
 * Opens so many connections, a hundred at a time, and sends the same beginning on each. Those that
 * are refused count as closed.
 */
export async function holdConnections(port: number, count: number, beginning: string | Buffer): Promise<HeldConnections> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(100, count - sockets.length) }, () => connect({ port, host: '127.0.0.1' }));
    sockets.push(...some);
    await Promise.all(some.map((socket) => open(socket, beginning)));
  }
  const living = () => sockets.filter(({ writable }) => writable);
  return {
    write: (bytes) => {
      for (const socket of living()) socket.write(bytes);
    },
    open: () => living().length,
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function open(socket: Socket, beginning: string | Buffer): Promise<void> {
  socket.on('error', () => socket.destroy());
  // Answers are not looked at, but have to be taken: or the other side could not close.
  socket.resume();
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
  if (socket.writable && beginning.length > 0) socket.write(beginning);
}
