import type { FastifyInstance } from 'fastify';

/**
 * Stops taking connections and lets the open requests end, for `timeoutMs` at most.
 *
 * @param releaseWaiters lets requests that hold their answer back (`Prefer: wait`) answer at once
 */
export async function closeApp(app: FastifyInstance, releaseWaiters: () => Promise<void>, timeoutMs: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), timeoutMs);
  const closed = app.close();
  await releaseWaiters();
  await closed;
  clearTimeout(cut);
}
