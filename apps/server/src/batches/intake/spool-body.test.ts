import { randomBytes } from 'node:crypto';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { prepareDataDirectory } from '../../../test/prepare-data-directory.ts';
import { spoolBody } from './spool-body.ts';

test('any range of a body comes back, and on the disk is nothing of it', async () => {
  const directory = await prepareDataDirectory();
  onTestFinished(() => rm(directory, { recursive: true }));
  const body = Buffer.concat([Buffer.from('P<UTOERIKSSON<<ANNA<MARIA'), randomBytes(200_000)]);
  const spool = await spoolBody(Readable.from([body.subarray(0, 7), body.subarray(7, 70_001), body.subarray(70_001)]), directory);
  const ranges = [
    [0, body.length],
    [0, 1],
    [3, 20],
    [15, 17],
    [65_535, 131_075],
    [body.length - 1, body.length],
  ] as const;
  for (const [start, end] of ranges) expect((await buffer(spool.read(start, end))).equals(body.subarray(start, end))).toBe(true);
  expect([spool.bytes, await readdir(directory)]).toEqual([body.length, []]);
  // The file has no name any more; Linux still shows what is open.
  for (const descriptor of await readdir('/proc/self/fd').catch(() => [])) {
    const path = `/proc/self/fd/${descriptor}`;
    if (!(await readlink(path).catch(() => '')).startsWith(directory)) continue;
    expect((await readFile(path)).includes('ERIKSSON')).toBe(false);
  }
  await spool.close();
  await expect(buffer(spool.read(0, 1))).rejects.toThrow();
});
