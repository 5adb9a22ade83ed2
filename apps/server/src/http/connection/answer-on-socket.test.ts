import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerOnSocket } from './answer-on-socket.ts';

const refusal = { status: 400, detail: 'No.' };
const server = createServer({ allowHalfOpen: true });
let client: Socket;
let accepted: Socket;
beforeEach(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect({ port: (server.address() as { port: number }).port, host: '127.0.0.1', allowHalfOpen: true });
  [accepted] = (await once(server, 'connection')) as [Socket];
});
afterEach(() => {
  client.destroy();
  server.close();
});

test('a client that keeps its half of the connection open is cut off', async () => {
  answerOnSocket(accepted, refusal, 20);
  const [answer] = (await once(client, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n(.+\r\n)+\r\n\{"detail":"No."\}$/);
  await once(accepted, 'close');
  expect(accepted.destroyed).toBe(true);
});

test('a client that resets the connection meanwhile ends nothing but its connection', async () => {
  answerOnSocket(accepted, refusal, 60_000);
  client.resetAndDestroy();
  // Not `once` of node:events, which takes the error for its own.
  await new Promise((resolve) => accepted.resume().once('close', resolve));
  expect(accepted.destroyed).toBe(true);
});
