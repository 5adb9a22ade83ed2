/**
 * How long bodies occupy the process that takes them in: `node bench/bodies.ts`. Processor time,
 * median of nine, for honest pictures and for bodies of 27 MB that were made to be slow, through
 * the parsers of the service as they are plugged into it, in pieces as from a socket.
 */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { fastify } from 'fastify';
import { parseFormBody } from '../apps/server/src/http/body/parse-form-body.ts';
import { parseJsonBody } from '../apps/server/src/http/body/parse-json-body.ts';
import { parseUrlencodedBody } from '../apps/server/src/http/body/parse-urlencoded-body.ts';
import { readPictureField } from '../apps/server/src/http/v1/read-picture-field.ts';

const hostileBytes = 27_000_000;
const pieceBytes = 65_536;
const form = 'multipart/form-data; boundary=b';
const json = 'application/json';
const urlencoded = 'application/x-www-form-urlencoded';
const file = '--b\r\nContent-Disposition: form-data; name="picture_file"; filename="a"\r\n\r\n';

const flood = (unit: string, start = '') => Buffer.concat([Buffer.from(start), Buffer.alloc(hostileBytes, unit)]);
const asJson = (bytes: Buffer) => Buffer.from(JSON.stringify({ picture_file: `data:image/jpeg;base64,${bytes.toString('base64')}` }));
const asForm = (bytes: Buffer) => Buffer.concat([Buffer.from(file), bytes, Buffer.from('\r\n--b--\r\n')]);

const asUrlencoded = (bytes: Buffer) => Buffer.from(`picture_file=${encodeURIComponent(bytes.toString('base64'))}`);

const cases: readonly (readonly [what: string, type: string, make: () => Buffer])[] = [
  ['JSON, 300 kB', json, () => asJson(randomBytes(300_000))],
  ['JSON, 20 MB', json, () => asJson(randomBytes(20_000_000))],
  ['form, 300 kB', form, () => asForm(randomBytes(300_000))],
  ['form, 20 MB', form, () => asForm(randomBytes(20_000_000))],
  ['form: bare boundaries', form, () => flood('--b\r\n')],
  ['form: beginnings of boundaries', form, () => flood('\r\n--', file)],
  ['form: one header', form, () => flood('x', '--b\r\na: ')],
  ['JSON: lists in lists', json, () => flood('[')],
  ['JSON: empty objects', json, () => flood('{},', '[')],
  ['JSON: whitespace', json, () => flood(' ')],
  ['urlencoded, 300 kB', urlencoded, () => asUrlencoded(randomBytes(300_000))],
  ['urlencoded, 20 MB', urlencoded, () => asUrlencoded(randomBytes(20_000_000))],
  ['urlencoded: ampersands', urlencoded, () => flood('&')],
  ['urlencoded: equals signs', urlencoded, () => flood('=', 'picture_file=')],
  ['urlencoded: escapes', urlencoded, () => flood('%41', 'picture_file=')],
  ['urlencoded: escaped escapes', urlencoded, () => flood('%2541', 'picture_file=')],
  ['urlencoded: blanks in base64', urlencoded, () => flood('aa+a+', 'picture_file=')],
  ['form: a file of base64', form, () => Buffer.concat([flood('QUJD', file), Buffer.from('\r\n--b--\r\n')])],
  ['form: a file of blanks', form, () => Buffer.concat([flood('aa a ', file), Buffer.from('\r\n--b--\r\n')])],
  ['JSON: a data URI of escapes', json, () => Buffer.concat([flood('%41', '{"picture_file":"data:,'), Buffer.from('"}')])],
  ['JSON: spaced base64', json, () => Buffer.from(JSON.stringify({ picture_file: 'a '.repeat(hostileBytes / 2) }))],
];

const app = fastify({ bodyLimit: 2 * hostileBytes });
parseJsonBody(app);
parseFormBody(app);
parseUrlencodedBody(app);
app.post('/', { config: { base64Member: 'picture_file', fileField: 'picture_file' } }, ({ body }) => readPictureField(body).length);

function* pieces(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += pieceBytes) yield body.subarray(at, at + pieceBytes);
}

/** Processor time of this process for one request, in milliseconds. */
async function measure(type: string, body: Buffer): Promise<number> {
  const before = process.cpuUsage();
  await app.inject({ method: 'POST', url: '/', headers: { 'content-type': type }, payload: Readable.from(pieces(body)) });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

await app.ready();
for (const [what, type, make] of cases) {
  const body = make();
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) times.push(await measure(type, body));
  const median = times.toSorted((a, b) => a - b)[4] ?? 0;
  console.log(`${what.padEnd(32)}${median.toFixed(1).padStart(10)} ms`);
}
