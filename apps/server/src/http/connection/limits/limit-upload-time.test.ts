import { once } from 'node:events';
import { connect } from 'node:net';
import { fastify, type RouteHandlerMethod } from 'fastify';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { limitUploadTime } from './limit-upload-time.ts';

/**
 * Sends the head of an upload and half of its body; returns what is answered, and after how long.
 */
async function sendHalf(port: number, path: string) {
  const socket = connect(port, '127.0.0.1');
  const startedAt = performance.now();
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\nhello`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  // What comes too late is not taken any more.
  socket.on('error', () => undefined).write('hello');
  await once(socket, 'close');
  return { status: answer.toString().split(' ')[1], ms: performance.now() - startedAt };
}

test('an upload that does not go on is ended, later where the route allows more', async () => {
  const app = fastify();
  limitUploadTime(app, 100, pino({ level: 'silent' }));
  const taken: unknown[] = [];
  const take: RouteHandlerMethod = ({ body }, reply) => {
    taken.push(body);
    reply.send('ok');
  };
  app.post('/usual', take);
  app.post('/long', { config: { uploadMs: 600 } }, take);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  const [usual, long] = await Promise.all([sendHalf(port, '/usual'), sendHalf(port, '/long')]);
  expect([usual.status, long.status]).toEqual(['408', '408']);
  expect([usual.ms >= 95, long.ms >= 595]).toEqual([true, true]);
  const answer = await fetch(`http://127.0.0.1:${port}/usual`, { method: 'POST', body: 'whole' });
  expect([answer.status, taken]).toEqual([200, ['whole']]);
  await app.close();
});
