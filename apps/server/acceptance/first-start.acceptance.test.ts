import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { dataUri, pngOfSize } from '../test/uploads/pictures.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const keys =
  'id picture_file mrz_detected status type_doc country date_of_birth expiration_date names surname nationality number sex valid_composite valid_date_of_birth valid_expiration_date valid_number valid_score'.split(
    ' ',
  );

let directory: string;
let server: SpawnedServer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocr-web-acceptance-'));
  // What a first start leaves that was killed while it made the database.
  mkdirSync(join(directory, 'database.new'));
  writeFileSync(join(directory, 'database.new', 'PG_VERSION'), '18');
  server = await spawnServer(directory);
});

afterAll(async () => {
  await server.end('SIGTERM');
  await rm(directory, { recursive: true });
});

const shell = (command: string) => promisify(execFile)('sh', ['-c', command]).then(({ stdout }) => stdout);
const token = () => /^First token \(.*\): ([0-9a-f]{40})$/m.exec(server.output())![1]!;

test('the first start prints the address, a token and a curl that reads the specimen as pasted', async () => {
  const command = /^curl .*$/m.exec(server.output())![0];
  const body = await shell(command);
  expect(Object.keys(JSON.parse(body))).toEqual(keys);
  expect(body.slice(body.indexOf('"mrz_detected"'))).toBe(
    '"mrz_detected":true,"status":"COM","type_doc":"P","country":"UTO","date_of_birth":"740812","expiration_date":"120415","names":"ANNA MARIA","surname":"ERIKSSON","nationality":"UTO","number":"L898902C3","sex":"F","valid_composite":true,"valid_date_of_birth":true,"valid_expiration_date":true,"valid_number":true,"valid_score":100}',
  );
});

test('the key of what is stored lies beside the data folder, for its owner alone, and nothing starts without it', async () => {
  const other = await prepareDataDirectory();
  const first = await spawnServer(other, { OCR_WEB_MASTER_KEY: '' });
  expect(await first.end('SIGTERM')).toBe(0);
  expect((await stat(`${other}.key`)).mode & 0o777).toBe(0o600);
  await rm(`${other}.key`);
  const refusal = await spawnServer(other, { OCR_WEB_MASTER_KEY: '' }).catch((error: unknown) => error);
  const sentence = expect.stringMatching(/^What is stored was sealed under the master key [0-9a-f]{8}, which is not in \S+\.key\. /);
  expect(refusal).toMatchObject({ code: 1, output: '', errors: sentence });
  await rm(other, { recursive: true });
});

test("the original documentation's curl, with our address and token", async () => {
  // A red pixel: the documentation's own example is the beginning of such a data URI.
  const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';
  const created = await shell(`curl -s -w '\\n%{http_code} %{content_type}' -X POST "${server.url}/api/v1/tools/ocr/picture/" \\
  -H "Authorization: Token ${token()}" \\
  -H "Content-Type: application/json" \\
  -d '{"picture_file": "data:image/png;base64,${picture}"}'`);
  const [body = '', status] = created.split('\n');
  expect(status).toBe('201 application/json');
  expect(Object.keys(JSON.parse(body))).toEqual(keys);
  const { id } = JSON.parse(body) as { id: number };
  const read = await shell(`curl -s -X GET "${server.url}/api/v1/tools/ocr/data/${id}/" \\
  -H "Authorization: Token ${token()}" \\
  -H "Content-Type: application/json" -H "Prefer: wait=20"`);
  expect(read.slice(read.indexOf('"mrz_detected"'))).toBe(
    '"mrz_detected":false,"status":"COM","type_doc":null,"country":null,"date_of_birth":null,"expiration_date":null,"names":null,"surname":null,"nationality":null,"number":null,"sex":null,"valid_composite":false,"valid_date_of_birth":false,"valid_expiration_date":false,"valid_number":false,"valid_score":0}',
  );
});

test('a picture that promises what it does not hold ends as ERR', async () => {
  const headers = { authorization: `Token ${token()}`, 'content-type': 'application/json', prefer: 'wait=20' };
  const body = JSON.stringify({ picture_file: dataUri(pngOfSize(640, 400)) });
  const response = await fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body });
  const text = await response.text();
  expect([response.status, text.slice(text.indexOf('"mrz_detected"'))]).toEqual([
    201,
    '"mrz_detected":false,"status":"ERR","type_doc":null,"country":null,"date_of_birth":null,"expiration_date":null,"names":null,"surname":null,"nationality":null,"number":null,"sex":null,"valid_composite":false,"valid_date_of_birth":false,"valid_expiration_date":false,"valid_number":false,"valid_score":null}',
  ]);
});

test('a second server on the same folder refuses to start and says why', async () => {
  const refusal = await spawnServer(directory).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 1,
    output: '',
    errors: expect.stringMatching(
      new RegExp(
        `^${directory} is in use by another server \\(process ${server.process.pid} on \\S+, since \\S+\\)\\. One server at a time may use a data folder: stop that one, or set OCR_WEB_DATA_DIR to another folder\\.\n$`,
      ),
    ),
  });
});

test('a wrong setting keeps the server from starting and says which', async () => {
  const refusal = await spawnServer(directory, { OCR_WEB_PORT: 'x' }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 1, errors: 'OCR_WEB_PORT must be a whole number from 0 to 65535, not "x"\n' });
});

test('a token that is set and too short keeps the server from starting, and is not repeated', async () => {
  const refusal = await spawnServer(directory, { OCR_WEB_TOKEN: 'letmein' }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 1,
    output: '',
    errors:
      'OCR_WEB_TOKEN must be 20 to 200 printable ASCII characters without spaces: "openssl rand -hex 20" makes one; left out, the first start makes one and prints it\n',
  });
});

test('a port that is taken keeps the server from starting, and nothing stays locked', async () => {
  const other = await prepareDataDirectory();
  const port = new URL(server.url).port;
  const refusal = await spawnServer(other, { OCR_WEB_PORT: port }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 1, errors: expect.stringContaining(`127.0.0.1:${port} cannot be listened on (EADDRINUSE).`) });
  expect(await readdir(other)).not.toContain('owner.json');
  // The first token was not made by the start that could not show it.
  const later = await spawnServer(other);
  expect(later.output()).toMatch(/^First token \(.*\): [0-9a-f]{40}$/m);
  expect(await later.end('SIGTERM')).toBe(0);
  await rm(other, { recursive: true });
});

test('the program is kept compiled in the data folder, where nobody else can enter', async () => {
  const other = await prepareDataDirectory();
  const first = await spawnServer(other, { NODE_COMPILE_CACHE: '' });
  expect(await first.end('SIGTERM')).toBe(0);
  const cache = join(other, 'compile-cache');
  expect((await stat(cache)).mode & 0o777).toBe(0o700);
  // The supervisor has one too, which is small: it runs with other flags of V8.
  const [current] = (await readdir(cache)).filter((name) => existsSync(join(cache, name, 'readers')));
  const [readers] = await readdir(join(cache, current!, 'readers'));
  const count = async (folder: string) => (await readdir(folder)).length;
  expect(await count(join(cache, current!))).toBeGreaterThan(500);
  expect(await count(join(cache, current!, 'readers', readers!))).toBeGreaterThan(100);
  await rm(other, { recursive: true });
});

test('a token that is set is printed nowhere, and the printed curl takes it from its variable', async () => {
  const other = await prepareDataDirectory();
  const chosen = 'token-of-the-first-start';
  const later = await spawnServer(other, { OCR_WEB_TOKEN: chosen, OCR_WEB_LOG_LEVEL: 'debug' });
  const command = /^curl .*$/m.exec(later.output())![0];
  const body = await shell(`OCR_WEB_TOKEN=${chosen}; ${command}`);
  expect(JSON.parse(body)).toMatchObject({ status: 'COM', surname: 'ERIKSSON' });
  expect(await later.end('SIGTERM')).toBe(0);
  expect(`${later.output()}${later.errors()}`).not.toContain(chosen);
  await rm(other, { recursive: true });
});

test('the token is printed once, and what was logged shows neither it nor anybody', async () => {
  const first = token();
  expect(server.errors()).toContain('"status":"completed"');
  expect(server.errors()).not.toMatch(new RegExp(`${first}|ERIKSSON|L898902C3|X-Amz`));
  expect(await server.end('SIGTERM')).toBe(0);
  server = await spawnServer(directory);
  expect(server.output()).toBe(
    `OCR Web listens on ${server.url}\nOpen that address in a browser for the page, ${server.url}/docs for the API.\n`,
  );
  const response = await fetch(`${server.url}/api/v1/tools/ocr/data/1/`, { headers: { authorization: `Token ${first}` } });
  expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ status: 'COM', surname: 'ERIKSSON' })]);
});
