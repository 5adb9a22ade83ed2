import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came. */
export type Received = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string };

/** How a receiver answers a request that it has read. */
export type Behaviour = (response: ServerResponse, received: Received, request: IncomingMessage) => void;

export type Receiver = {
  readonly url: string;
  readonly port: number;
  /** Every request so far. */
  readonly received: readonly Received[];
  /** From now on. */
  behave: Behaviour;
  /** Resolves when so many requests have come. */
  readonly waitFor: (count: number) => Promise<readonly Received[]>;
  /** Closes it with all its connections. */
  readonly close: () => Promise<void>;
};

/** Answers with a status and no body. */
export const answer =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end();

/** Starts a receiver of webhooks on this machine. */
export async function startReceiver(behave: Behaviour = answer(204), port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: await text(request) };
    received.push(one);
    for (const { count, resolve } of waiting) if (received.length >= count) resolve();
    receiver.behave(response, one, request);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${actualPort}/hook`,
    port: actualPort,
    received,
    behave,
    waitFor: async (count) => {
      if (received.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
      return received;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
  return receiver;
}
