import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { childrenOf } from './children-of.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-reader-kill-test';

let directory: string;
let server: SpawnedServer;
let picture: Buffer;
beforeAll(async () => {
  directory = await prepareDataDirectory();
  // So large that to decode it takes the reader a second or more.
  const specimen = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  picture = await sharp(specimen).resize(5000).png({ compressionLevel: 1 }).toBuffer();
  server = await spawnServer(directory, { OCR_WEB_TOKEN: token });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(directory, { recursive: true });
});

/**
 * The reader processes of the service, which is the supervisor's child, with their processor time
 * in ticks of 10 ms: see proc(5).
 */
function listReaders(): { pid: number; ticks: number }[] {
  const readers = childrenOf(server.process.pid as number).flatMap(childrenOf);
  return readers.flatMap((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /, '')
        .split(' ');
      return [{ pid, ticks: Number(fields[11]) + Number(fields[12]) }];
    } catch {
      // It has ended.
      return [];
    }
  });
}

/**
 * Waits until a reader other than those has worked for 200 ms more than it had, and returns its
 * process id.
 */
async function findBusyReader(before: ReadonlyMap<number, number>): Promise<number> {
  for (;;) {
    const busy = listReaders().find(({ pid, ticks }) => ticks - (before.get(pid) ?? 0) >= 20);
    if (busy) return busy.pid;
    await setTimeout(5);
  }
}

async function read(): Promise<{ id: number; status: string; number: string | null }> {
  const body = new FormData();
  body.set('picture_file', new Blob([new Uint8Array(picture)], { type: 'image/png' }));
  const headers = { authorization: `Token ${token}`, prefer: 'wait=60' };
  return (await (await fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body })).json()) as never;
}

const logged = (msg: string, scan: number) =>
  server
    .errors()
    .split('\n')
    .filter((line) => line.includes(`"msg":"${msg}"`))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.scan === scan);

let idle: Map<number, number>;
beforeEach(() => {
  idle = new Map(listReaders().map(({ pid, ticks }) => [pid, ticks]));
});

test('a reader that is killed while it reads is no fault of the file: another one reads it', async () => {
  const reading = read();
  const killed = await findBusyReader(idle);
  expect([...idle.keys()]).toEqual([killed]);
  process.kill(killed, 'SIGKILL');
  const { id, status, number } = await reading;
  expect([status, number]).toEqual(['COM', 'L898902C3']);
  expect(listReaders().map(({ pid }) => pid)).not.toContain(killed);
  expect(logged('reader ended', id)).toEqual([]);
});

test('a file whose second reader is killed too has failed, and the log says how the reader ended', async () => {
  const reading = read();
  const first = await findBusyReader(idle);
  process.kill(first, 'SIGKILL');
  const second = await findBusyReader(new Map([[first, Number.POSITIVE_INFINITY]]));
  process.kill(second, 'SIGKILL');
  const { id, status } = await reading;
  expect(status).toBe('ERR');
  expect(logged('reader ended', id)).toEqual([
    {
      level: 'warn',
      time: expect.any(String),
      err: {
        type: 'ChildLost',
        code: 'engine.crashed',
        message: 'The reader process ended without an answer (*).',
        stack: expect.any(String),
        cause: {
          type: 'ChildEnd',
          pid: second,
          exitCode: null,
          signal: 'SIGKILL',
          ranMs: expect.any(Number),
          residentMib: expect.any(Number),
          stderr: '',
        },
      },
      scan: id,
      attempt: 1,
      msg: 'reader ended',
    },
  ]);
  // The next file finds a reader as if nothing had been.
  expect(await read()).toMatchObject({ status: 'COM', number: 'L898902C3' });
});
