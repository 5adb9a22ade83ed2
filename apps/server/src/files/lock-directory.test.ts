import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockDirectory } from './lock-directory.ts';

async function makeFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ocr-web-lock-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

test('the folder is made, and one holder at a time has it', async () => {
  const directory = join(await makeFolder(), 'new', 'folder');
  const lock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toMatchObject({
    code: 'data_directory.in_use',
    message: expect.stringContaining(`${directory} is in use by another server (process ${process.pid} on ${hostname()}, since 20`),
  });
  await lock.release();
  await (await lockDirectory(directory)).release();
});

test('files that a killed server left do not block', async () => {
  const directory = await makeFolder();
  await writeFile(join(directory, 'server.lock'), '');
  await writeFile(join(directory, 'owner.json'), JSON.stringify({ pid: process.pid, host: hostname(), since: 'then' }));
  await (await lockDirectory(directory)).release();
  expect(await readdir(directory)).toEqual(['server.lock']);
});

test('a folder that cannot be made is named with the setting to change', async () => {
  const file = join(await makeFolder(), 'file');
  await writeFile(file, '');
  await expect(lockDirectory(join(file, 'data'))).rejects.toMatchObject({
    code: 'data_directory.unusable',
    message: `A part of the path ${join(file, 'data')} is a file, not a folder (ENOTDIR). Move that file away, or set OCR_WEB_DATA_DIR to another folder.`,
  });
});

test.runIf(existsSync('/proc/self'))('a folder that the system lets nobody make is refused', async () => {
  await expect(lockDirectory('/proc/ocr-web')).rejects.toMatchObject({
    code: 'data_directory.unusable',
    message:
      '/proc/ocr-web is missing, or a link on its way leads nowhere (ENOENT). Make what is missing, or set OCR_WEB_DATA_DIR to another folder.',
  });
});
