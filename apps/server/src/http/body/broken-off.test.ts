import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testToken, useTestServer } from '../../../test/start-test-server.ts';

const server = useTestServer();

/** Sends the beginning of a body and closes the connection once it was certainly read. */
async function breakOff(path: string, type: string): Promise<void> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const head = [`POST ${path} HTTP/1.1`, 'Host: a', `Authorization: Token ${testToken}`, `Content-Type: ${type}`, 'Content-Length: 5000'];
  socket.write(`${head.join('\r\n')}\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n{"a`);
  await setTimeout(100);
  socket.destroy();
}

const form = 'multipart/form-data; boundary=b';

test("clients that leave in the middle of a body are no fault of the service's or of its storage", async () => {
  const paths = ['/none', '/api/v1/none/', '/api/v1/tools/ocr/picture/', '/api/v2/scans', '/api/v2/batches', '/api/v2/webhooks'];
  await Promise.all(paths.flatMap((path) => ['application/json', form, 'application/zip'].map((type) => breakOff(path, type))));
  // An honest request is answered after all of these have ended.
  await setTimeout(200);
  expect((await server.request('/api/v2/scans')).status).toBe(200);
  const lines = server.log.map((line) => JSON.parse(line) as { readonly level: string; readonly msg: string });
  expect(lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});
