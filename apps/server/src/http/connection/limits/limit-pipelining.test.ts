import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { useTestServer } from '../../../../test/start-test-server.ts';

const server = useTestServer();

/**
 * Sends that many requests in one write. Returns what each answer says about the connection, once
 * it is closed.
 */
async function pipeline(count: number): Promise<(string | undefined)[]> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  const one = 'GET /healthz HTTP/1.1\r\nHost: a\r\n';
  socket.write(`${`${one}\r\n`.repeat(count - 1)}${one}Connection: close\r\n\r\n`);
  await once(socket, 'close');
  const answers = text.split('HTTP/1.1 200 OK\r\n').slice(1);
  return answers.map((answer) => /^connection: (.+)\r$/im.exec(answer)?.[1]);
}

test('as many requests as may stand in line are answered', async () => {
  expect(await pipeline(64)).toEqual([...Array.from({ length: 63 }, () => 'keep-alive'), 'close']);
});

test('of a flood in one write only so many are answered, and the last of these says that no other is', async () => {
  expect(await pipeline(1000)).toEqual([...Array.from({ length: 63 }, () => 'keep-alive'), 'close']);
});
