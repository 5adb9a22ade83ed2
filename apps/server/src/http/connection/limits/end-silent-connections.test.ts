import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startTestServer } from '../../../../test/start-test-server.ts';

test('a connection on which no request ever came does not hold up a stop', async () => {
  const server = await startTestServer();
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const ended = once(socket, 'close');
  socket.resume();
  await server.remove();
  await ended;
  const phases = server.log.map((line) => JSON.parse(line) as { phase?: string; ms: number });
  // The default for a phase that does not end by itself is 20 seconds.
  expect(phases.find(({ phase }) => phase === 'http')?.ms).toBeLessThan(5000);
}, 60_000);
