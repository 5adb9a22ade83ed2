import { request } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../database/database.ts';

const path = '/backup/hold';
const answerMs = 30_000;

/**
 * Registers what `withFileHeld` asks for: the file is held from the first byte of the answer until
 * the connection ends, whoever ends it. So a backup that is killed leaves nothing behind.
 */
export function registerFileHold(app: FastifyInstance, holdFile: NonNullable<Database['holdFile']>): void {
  const ends = new Set<() => void>();
  app.post(path, async (_request, reply) => {
    const release = await holdFile();
    const { raw } = reply.hijack();
    const end = () => void raw.destroy();
    ends.add(end);
    raw.once('close', () => {
      ends.delete(end);
      void release();
    });
    // Who asked has gone while others had their turn.
    if (raw.destroyed) raw.emit('close');
    else raw.writeHead(200).write('held\n');
  });
  app.addHook('preClose', () => {
    for (const end of ends) end();
    return Promise.resolve();
  });
}

/**
 * Does something while the service that listens on the socket leaves the file of its database as it
 * is.
 *
 * @throws Error when the service ends meanwhile: then what was done is worth nothing
 */
export async function withFileHeld<Result>(socketPath: string, work: () => Promise<Result>): Promise<Result> {
  const held = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<never>();
  const fail = (error: Error) => {
    held.reject(error);
    lost.reject(error);
  };
  lost.promise.catch(() => undefined);
  const outgoing = request({ socketPath, method: 'POST', path }, (response) => {
    if (response.statusCode !== 200) fail(new Error(`The running service refused the backup (status ${response.statusCode}).`));
    response.once('data', () => held.resolve());
    response.once('close', () => fail(new Error('The service ended during the backup.')));
  });
  outgoing.on('error', fail);
  const timer = setTimeout(() => outgoing.destroy(new Error('The running service did not answer.')), answerMs);
  outgoing.end();
  try {
    await held.promise;
    clearTimeout(timer);
    return await Promise.race([work(), lost.promise]);
  } finally {
    clearTimeout(timer);
    outgoing.destroy();
  }
}
