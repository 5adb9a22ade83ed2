import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a receiver of webhooks does with a connection once a request has begun to come. By name. */
const behaviours: Readonly<Record<string, (socket: Socket) => void>> = {
  switches: (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: a\r\n\r\n'),
  informs: (socket) => flood(socket, '', 'HTTP/1.1 100 Continue\r\n\r\n'),
  'never answers': () => undefined,
  'endless body': (socket) => flood(socket, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', `10\r\n${'a'.repeat(16)}\r\n`),
  'endless head': (socket) => flood(socket, 'HTTP/1.1 200 OK\r\n', 'X-A: b\r\n'),
  'half open': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'),
};

export type HostileReceivers = {
  /** An address for each behaviour. */
  readonly urls: readonly string[];
  /** How many requests have come, by behaviour. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly close: () => void;
};

/** Starts a receiver on this machine for each way of not answering properly. */
export async function startHostileReceivers(): Promise<HostileReceivers> {
  const counts: Record<string, number> = {};
  const sockets = new Set<Socket>();
  const servers = await Promise.all(
    Object.entries(behaviours).map(async ([name, behave]) => {
      const server = createServer({ allowHalfOpen: true }, (socket) => {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => sockets.delete(socket));
        socket.once('data', () => {
          counts[name] = (counts[name] ?? 0) + 1;
          behave(socket);
        });
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  return {
    urls: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`),
    counts: () => counts,
    close: () => {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Sends the same over and over, as fast as it is taken. */
function flood(socket: Socket, beginning: string, endlessly: string): void {
  socket.write(beginning);
  const block = Buffer.alloc(endlessly.length * 1000, endlessly);
  const pour = () => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', pour);
  pour();
}
