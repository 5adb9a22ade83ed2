import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { sendText } from './send-text.ts';

test('text is made no faster than it is read, and no more of it when the client leaves', async () => {
  let made = 0;
  const ended = Promise.withResolvers<void>();
  const line = `${'x'.repeat(65_535)}\n`;
  async function* lines() {
    try {
      for (;;) {
        await setTimeout(0);
        made += 1;
        yield line;
      }
    } finally {
      ended.resolve();
    }
  }
  const app = fastify();
  app.get('/', (_request, reply) => sendText(reply, 'application/x-ndjson', Readable.from(lines())));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as { port: number }).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'readable');
  // Nobody reads: what fits into the buffers of both ends is made, then nothing more.
  await expect
    .poll(
      async () => {
        const before = made;
        await setTimeout(200);
        return made - before;
      },
      { timeout: 10_000 },
    )
    .toBe(0);
  const whenFull = made;
  socket.resume();
  await expect.poll(() => made, { timeout: 10_000 }).toBeGreaterThan(whenFull + 10);
  socket.destroy();
  await ended.promise;
  await app.close();
});
