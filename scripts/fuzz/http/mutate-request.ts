import type { Random } from '../../../packages/reader/test/structures/random.ts';
import type { BaseRequest } from './base-requests.ts';
import { mutateJson } from './mutate-json.ts';

/** What a header may be that nobody expects there. */
const values = [
  '',
  ' ',
  '0',
  '-1',
  '99999999999999999999',
  '1e309',
  'a'.repeat(5000),
  '\xff\xfe',
  '"',
  '\\',
  ',,,,',
  ';;;=',
  '../../etc/passwd',
  "'; drop table scans; --",
  '%00%0d%0aX: y',
  'chunked',
  'bytes=0-18446744073709551615',
  'wait=999999999999, wait=-1, respond-async',
  '*',
  'W/"',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="a b;c"',
  'application/json; charset=utf-7',
  'gzip, br, identity;q=0',
  'null',
];

/** Headers that change what a service does. */
const names = [
  'Accept',
  'Accept-Encoding',
  'Authorization',
  'Connection',
  'Content-Encoding',
  'Content-Length',
  'Content-Type',
  'Cookie',
  'Expect',
  'Forwarded',
  'Host',
  'Idempotency-Key',
  'If-None-Match',
  'Last-Event-ID',
  'Origin',
  'Access-Control-Request-Method',
  'Prefer',
  'Range',
  'Transfer-Encoding',
  'Upgrade',
  'X-Forwarded-For',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Request-ID',
  'traceparent',
  'tracestate',
  '__proto__',
];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'BREW', 'get', ''];
const inTarget = [
  '%',
  '%zz',
  '%00',
  '%2e%2e/',
  '../',
  '//',
  '\\',
  '?',
  '#',
  ';',
  '\xe9',
  '%ff',
  '?limit=-1',
  '&cursor=%7b%7d',
  '?a[b]=c',
  '__proto__',
  'x'.repeat(9000),
];
const lineEnds = ['\n', '\r', '\r\n\r\n', '\r\n ', '\r\n\t', '\0'];

type Mutation = (request: BaseRequest, random: Random) => BaseRequest;

const mutations: readonly Mutation[] = [
  (request, random) => ({ ...request, method: random.pick(methods) }),
  (request, random) => ({ ...request, target: insert(request.target, random.pick(inTarget), random) }),
  (request, random) => ({ ...request, headers: [...request.headers, [random.pick(names), random.pick(values)]] }),
  (request, random) => ({ ...request, headers: [...request.headers, [random.pick(names), random.pick(values)]] }),
  (request, random) => ({
    ...request,
    headers: request.headers.map(([name, value]) => [name, random.below(2) === 0 ? random.pick(values) : value]),
  }),
  (request, random) => ({
    ...request,
    headers: [...request.headers, ...request.headers, ['X', insert('value', random.pick(lineEnds), random)]],
  }),
  (request) => ({ ...request, headers: request.headers.slice(1) }),
  (request, random) => ({ ...request, body: mutateBytes(request.body, random) }),
  (request, random) => ({ ...request, body: mutateBytes(request.body, random) }),
  (request, random) => ({ ...request, body: mutateJson(request.body, random) }),
  (request, random) => ({ ...request, body: mutateJson(request.body, random) }),
];

/**
 * The bytes of a request with one to three things wrong with it, mostly with the right length and a
 * token; one in eight is then damaged as bytes.
 */
export function mutateRequest(base: BaseRequest, token: string, random: Random): Buffer {
  let request = base;
  for (let count = 1 + random.below(3); count > 0; count--) request = random.pick(mutations)(request, random);
  const { method, target, headers, body } = request;
  const own: (readonly [string, string])[] = [['Host', 'localhost']];
  if (random.below(10) > 0) own.push(['Authorization', `Token ${token}`]);
  if (random.below(10) > 0) own.push(['Content-Length', String(body.length)]);
  own.push(['Connection', 'close']);
  const lines = [...own, ...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytes = Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines}\r\n`, 'latin1'), body]);
  return random.below(8) === 0 ? mutateBytes(bytes, random) : bytes;
}

function insert(text: string, piece: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Bits turned, or a range taken out, doubled or filled. */
function mutateBytes(bytes: Buffer, random: Random): Buffer {
  if (bytes.length === 0) return random.bytes(random.below(50));
  const from = random.below(bytes.length);
  const to = Math.min(bytes.length, from + random.below(40));
  const [before, range, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  return random.pick([
    () => Buffer.concat([before, after]),
    () => Buffer.concat([before, range, range, after]),
    () => Buffer.concat([before, random.bytes(random.below(20)), after]),
    () => Buffer.concat([before, Buffer.alloc(random.below(3000), random.pick(['[', '{"a":', '--fuzz\r\n', '\0', '%']))]),
    () => before,
  ])();
}
