import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

const now = new Date('2026-11-23T12:00:00Z');
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const body = '{"type":"scan.completed","timestamp":"2026-11-23T12:00:00.000Z","data":{"id":458}}';

/** Runs the listener on a free port while `send` is at work, then stops it as Ctrl-C does. */
async function listen(argv: readonly string[], send: (url: string) => Promise<void>, environment: Record<string, string> = {}) {
  const [stdout, stderr, stop] = [new PassThrough(), new PassThrough(), new AbortController()];
  const outputs = [text(stdout), text(stderr)];
  const announced = once(stderr, 'data');
  const running = runCli(['webhook', 'listen', '--port', '0', ...argv], {
    stdin: Readable.from(['']),
    stdout,
    stderr,
    environment,
    now: () => now,
    signal: stop.signal,
  });
  const url = /http\S+/.exec(String(await announced))![0];
  await send(url);
  stop.abort();
  const code = await running;
  stdout.end();
  stderr.end();
  const [out = '', err = ''] = await Promise.all(outputs);
  return { code, stdout: out.replaceAll(url, 'URL'), stderr: err.replaceAll(url, 'URL') };
}
const sign = (content: string, at = now) => {
  const timestamp = String(at.getTime() / 1000);
  const key = Buffer.from(secret.slice(6), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${timestamp}.${content}`).digest('base64');
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};
const post = async (url: string, content: string, headers: Record<string, string>) =>
  (await fetch(url, { method: 'POST', body: content, headers })).status;

test('verifies with a secret, prints a line for each delivery, and refuses what is not genuine', async () => {
  const statuses: number[] = [];
  const { code, stdout, stderr } = await listen(['--secret', secret], async (url) => {
    statuses.push(await post(url, body, sign(body)));
    statuses.push(await post(url, `${body} `, sign(body)));
    statuses.push(await post(url, body, sign(body, new Date(now.getTime() - 3_600_000))));
    statuses.push(await post(url, 'a\u001b[31mb\n', {}));
  });
  expect({ code, statuses, stdout, stderr }).toEqual({
    code: 0,
    statuses: [204, 400, 400, 400],
    stdout: [
      '12:00:00  scan.completed  {"id":458}  msg_1  genuine  answered 204',
      '12:00:00  scan.completed  {"id":458}  msg_1  not genuine: No signature of this delivery matches its body and the secret.  answered 400',
      '12:00:00  scan.completed  {"id":458}  msg_1  not genuine: The delivery\'s time (1795431600) is more than 300 seconds away from this clock.  answered 400',
      '12:00:00  no event  "a\\u001b[31mb\\n"  no webhook-id  not genuine: The header webhook-id is missing, so this is not a webhook delivery.  answered 400',
      '',
    ].join('\n'),
    stderr: 'Listening on URL until Ctrl-C.\nDeliveries are verified with your secret.\n',
  });
});

test('answers with a status after a delay, prints JSON, and says how to make a webhook', async () => {
  let status = 0;
  let ms = 0;
  const { stdout, stderr } = await listen(['--status', '503', '--delay', '200', '--json'], async (url) => {
    const startedAt = performance.now();
    status = await post(url, body, { 'webhook-id': 'msg_1' });
    ms = performance.now() - startedAt;
  });
  expect([status, ms >= 199]).toEqual([503, true]);
  expect(JSON.parse(stdout)).toEqual({
    received_at: '2026-11-23T12:00:00.000Z',
    webhook_id: 'msg_1',
    verdict: 'not checked',
    reason: null,
    answered: 503,
    event: JSON.parse(body),
  });
  expect(stderr).toContain(`-d '{"url":"URL"}' "$OCR_WEB_SERVER/api/v2/webhooks"`);
});

test('a body that no service would send is refused', async () => {
  const { stdout } = await listen([], async (url) => expect(await post(url, 'a'.repeat(2 * 1024 * 1024), {})).toBe(413));
  expect(stdout).toBe('');
});

test('a port that is taken is told with what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const stderr = new PassThrough();
  const told = text(stderr);
  const terminal = {
    stdin: Readable.from(['']),
    stdout: new PassThrough(),
    environment: {},
    now: () => now,
    signal: new AbortController().signal,
  };
  const code = await runCli(['webhook', 'listen', '--port', String(port)], { ...terminal, stderr });
  stderr.end();
  taken.close();
  expect([code, await told]).toEqual([
    3,
    expect.stringMatching(new RegExp(`^ocr-web: Cannot listen on 127.0.0.1:${port}: .*EADDRINUSE.* Choose another with --port.\n$`)),
  ]);
});
