import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { storageFor } from '../../../apps/server/test/test-storage.ts';
import { finish, spawnCli } from './spawn-cli.ts';

const specimen = fileURLToPath(new URL('../../../apps/server/assets/specimen-passport.png', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ocr-web-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

const start = (argv: readonly string[], environment?: Record<string, string>) => {
  running = spawnCli(argv, environment);
  return running;
};
const firstLine = async (child: ChildProcess, holds: RegExp): Promise<string> => {
  for await (const line of createInterface({ input: child.stdout! })) if (holds.test(line)) return line;
  throw new Error(`It ended without a line like ${holds}.`);
};
/** The children of a process, as proc(5) lists them. */
const childrenOf = (pid: number) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
const isAlive = (pid: number) => {
  try {
    // A dead one that nobody has waited for yet has no memory any more.
    return /^VmRSS:/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('scan reads the specimen', async () => {
  const { code, stdout, stderr } = await finish(start(['scan', '--json', specimen]));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    ...{
      file: specimen,
      mrz_detected: true,
      status: 'COM',
      type_doc: 'P',
      country: 'UTO',
      date_of_birth: '740812',
      expiration_date: '120415',
    },
    ...{ names: 'ANNA MARIA', surname: 'ERIKSSON', nationality: 'UTO', number: 'L898902C3', sex: 'F' },
    ...{ valid_composite: true, valid_date_of_birth: true, valid_expiration_date: true, valid_number: true, valid_score: 100 },
    mrz: { format: 'TD3', lines: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] },
    timing: expect.objectContaining({ total_ms: expect.any(Number) }),
  });
});

test('scan --watch reads what comes, bad files too, and ends with Ctrl-C', async () => {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  copyFileSync(specimen, join(inbox, 'old.png'));
  const scan = start(['scan', '--watch', inbox, '--hints', '--processes', '1']);
  const end = finish(scan);
  // Until it has looked at the folder for the first time, what comes is "old"; a reader at work
  // shows that it has.
  await expect.poll(() => childrenOf(scan.pid!).length, { timeout: 20_000 }).toBeGreaterThan(0);
  writeFileSync(join(inbox, 'bad.png'), 'not a picture');
  copyFileSync(specimen, join(inbox, 'new.png'));
  const lines = createInterface({ input: scan.stdout! })[Symbol.asyncIterator]();
  const records = [(await lines.next()).value, (await lines.next()).value].map((line) => JSON.parse(line as string));
  expect(records.map(({ file, status, surname, hints }) => [file, status, surname, hints])).toEqual([
    [join(inbox, 'bad.png'), 'ERR', null, []],
    [join(inbox, 'new.png'), 'COM', 'ERIKSSON', []],
  ]);
  scan.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130, stderr: '' });
});

test('Ctrl-C stops a long scan at once and leaves no reader behind', async () => {
  const scan = start(['scan', '--json', ...new Array(500).fill(specimen)]);
  const end = finish(scan);
  await firstLine(scan, /"status":"COM"/);
  const readers = childrenOf(scan.pid!);
  scan.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130, stderr: '' });
  expect({ some: readers.length > 0, alive: readers.filter(isAlive) }).toEqual({ some: true, alive: [] });
});

test('a reader of its output that has seen enough ends it without complaint', async () => {
  const scan = start(['scan', '--json', ...new Array(500).fill(specimen)]);
  const end = Promise.all([once(scan, 'exit'), text(scan.stderr!)]);
  await firstLine(scan, /"status":"COM"/);
  scan.stdout!.destroy();
  const [[code], stderr] = await end;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('token commands go through the server that runs, and hold at once; doctor sees it', async () => {
  const data = join(folder, 'data');
  const environment = { ...(await storageFor(data)), OCR_WEB_DATA_DIR: data, OCR_WEB_PORT: '0', OCR_WEB_LOG_LEVEL: 'silent' };
  const server = start(['serve'], environment);
  const [url] = /http\S+/.exec(await firstLine(server, /listens on/)) ?? [];
  const status = async (token: string) => {
    const response = await fetch(`${url}/api/v1/tools/ocr/data/1/`, { headers: { authorization: `Token ${token}` } });
    return response.status;
  };
  const created = await finish(spawnCli(['token', 'create', '--json', 'desk'], environment));
  const { id, token } = JSON.parse(created.stdout);
  expect(await status(token)).toBe(404);
  expect(await finish(spawnCli(['token', 'revoke', id], environment))).toEqual({ code: 0, stdout: `Revoked ${id}.\n`, stderr: '' });
  expect(await status(token)).toBe(401);
  const listed = await finish(spawnCli(['token', 'list', '--json'], environment));
  expect(
    listed.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).name),
  ).toEqual(['first token', 'desk']);
  // Beside a server that runs doctor asks that one, and leaves its folder alone.
  const { port } = new URL(url ?? '');
  const doctor = await finish(spawnCli(['doctor', '--json'], { ...environment, OCR_WEB_PORT: port }));
  const { healthy, findings } = JSON.parse(doctor.stdout);
  expect({ code: doctor.code, healthy, last: findings.slice(-5).map(({ status }: { status: string }) => status) }).toEqual({
    ...{ code: 0, healthy: true, last: ['ok', 'skipped', 'skipped', 'ok', 'ok'] },
  });
  expect(findings.at(-1).detail).toBe(`the running server answers on 127.0.0.1:${port} and is ready`);
  server.kill('SIGTERM');
});
