import { connect } from 'node:net';

/** The statuses of the answers that came, and how the connection ended. */
export type Exchange = { readonly statuses: readonly number[]; readonly end: 'closed' | 'left open'; readonly milliseconds: number };

/**
 * Sends bytes on a connection of its own. What waits for more (a body that is shorter than it says)
 * or goes on (a stream) is left after `silentMs` without a byte.
 */
export async function sendBytes(port: number, bytes: Buffer, silentMs: number): Promise<Exchange> {
  const startedAt = performance.now();
  const { promise, resolve } = Promise.withResolvers<Exchange['end']>();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => {
    if (text.length < 4000) text += piece.toString('latin1');
  });
  socket.on('error', () => resolve('closed'));
  socket.on('close', () => resolve('closed'));
  socket.setTimeout(silentMs, () => resolve('left open'));
  socket.write(bytes);
  const end = await promise;
  socket.destroy();
  // The first line of an answer begins the text, or follows the body before it.
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) => Number(status));
  return { statuses, end, milliseconds: performance.now() - startedAt };
}
