import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { SetupError } from '../cli-error.ts';
import { type VerifiedDelivery, verifyDelivery } from './verify-delivery.ts';

export type ReceiverOptions = {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** The secret to verify with, once it is known. */
  readonly secret: () => string | undefined;
  /** What to answer; undefined for 204, or 400 when the delivery is not genuine. */
  readonly status: number | undefined;
  readonly delayMs: number;
  readonly now: () => Date;
  readonly onDelivery: (delivery: VerifiedDelivery & { readonly answered: number }) => Promise<void>;
};

/** Deliveries are a few hundred bytes; a larger body is not from the service. */
const maxBodyBytes = 1024 * 1024;

/**
 * Starts a receiver; returns its address and how to stop it.
 *
 * @throws SetupError when the port is taken
 */
export async function receiveDeliveries(options: ReceiverOptions): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const { host, port, secret, delayMs, now } = options;
  const server = createServer(async (request, response) => {
    const body = await readBody(request).catch(() => undefined);
    if (body === undefined) return void response.writeHead(413, { connection: 'close' }).end();
    const delivery = await verifyDelivery(request, body, secret(), now());
    const answered = options.status ?? (delivery.verdict === 'not genuine' ? 400 : 204);
    if (delayMs > 0) await setTimeout(delayMs);
    response.writeHead(answered).end();
    await options.onDelivery({ ...delivery, answered });
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new SetupError(`Cannot listen on ${host}:${port}: ${(cause as Error).message}. Choose another with --port.`, { cause });
  }
  const { address, family, port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBodyBytes) throw new Error('The body is too large.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
