import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainFailure } from '../webhooks/delivery/send-message.ts';
import { createPublicResolver, type ResolveHost, resolveIntranetHost } from './resolve-host.ts';

/** What the name server knows: addresses by type (1 is A, 28 is AAAA), or nothing to say at all. */
const zone: Record<string, Record<number, number[][]> | 'silent'> = {
  'both.test': {
    1: [
      [203, 0, 113, 1],
      [203, 0, 113, 2],
    ],
    28: [[0x20, 0x01, 0x0d, 0xb8, ...new Array(11).fill(0), 1]],
  },
  'four.test': { 1: [[203, 0, 113, 4]] },
  'six.test': { 28: [[0x20, 0x01, 0x0d, 0xb8, ...new Array(11).fill(0), 6]] },
  'none.test': {},
  'silent.test': 'silent',
};

let server: Socket;
let resolveHost: ResolveHost;
beforeAll(async () => {
  server = createSocket('udp4', (query, { port, address }) => {
    const answer = answerQuery(query);
    if (answer) server.send(answer, port, address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  resolveHost = createPublicResolver([`127.0.0.1:${server.address().port}`]);
});
afterAll(() => {
  server.close();
});

/** Answers one question in the format of RFC 1035, section 4. */
function answerQuery(query: Buffer): Buffer | undefined {
  const labels: string[] = [];
  let end = 12;
  for (let length = query[end]!; length > 0; length = query[end]!) {
    labels.push(query.toString('latin1', end + 1, end + 1 + length));
    end += 1 + length;
  }
  const type = query.readUInt16BE(end + 1);
  const known = zone[labels.join('.')];
  if (known === 'silent') return undefined;
  const addresses = known?.[type] ?? [];
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(known ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses.length, 6);
  header.fill(0, 8);
  const records = addresses.map((bytes) => Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, bytes.length, ...bytes]));
  return Buffer.concat([header, query.subarray(12, end + 5), ...records]);
}

const never = new AbortController().signal;

test('finds all addresses of a name, of both families', async () => {
  expect(await resolveHost('both.test', never)).toEqual([
    { address: '203.0.113.1', family: 4 },
    { address: '203.0.113.2', family: 4 },
    { address: '2001:db8::1', family: 6 },
  ]);
  expect(await resolveHost('four.test', never)).toEqual([{ address: '203.0.113.4', family: 4 }]);
  expect(await resolveHost('six.test', never)).toEqual([{ address: '2001:db8::6', family: 6 }]);
});

test.each(['none.test', 'unknown.test'])('%s has none, which is a failure with that name', async (name) => {
  const failure = await resolveHost(name, never).catch(explainFailure);
  expect(failure).toBe('name_not_found');
});

test('a look-up ends when it is no longer wanted', async () => {
  const startedAt = performance.now();
  await expect(resolveHost('silent.test', AbortSignal.timeout(100))).rejects.toMatchObject({ code: 'ECANCELLED' });
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test('on an intranet the names of this machine count', async () => {
  const found = await resolveIntranetHost('localhost', never);
  expect(found.every(({ address }) => address === '127.0.0.1' || address === '::1')).toBe(true);
  expect(found.length).toBeGreaterThan(0);
});
