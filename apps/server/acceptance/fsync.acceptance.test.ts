import { readFile, rm } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { childrenOf } from './children-of.ts';
import { spawnServer } from './spawn-server.ts';
import { isStraceInstalled, type SystemCall, traceCalls } from './trace-calls.ts';

const token = 'token-of-the-fsync-test';

test('between an upload and its 201 the picture, its folder and the write-ahead log reach the disk, in this order', async ({ skip }) => {
  if (!isStraceInstalled()) skip('strace, which shows the calls of fsync, is not installed');
  const directory = await prepareDataDirectory();
  const server = await spawnServer(directory, { OCR_WEB_TOKEN: token });
  onTestFinished(async () => {
    await server.end('SIGKILL');
    await rm(directory, { recursive: true });
  });
  const picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
  const upload = async (wait: number) => {
    const headers = { authorization: `Token ${token}`, 'content-type': 'application/json', prefer: `wait=${wait}` };
    const body = JSON.stringify({ picture_file: picture.toString('base64') });
    const response = await fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body });
    expect(response.status).toBe(201);
  };
  // The first commit makes the log.
  await upload(60);
  const [service] = childrenOf(server.process.pid!);
  const trace = await traceCalls(service!, ['read', 'write', 'writev', 'fsync', 'fdatasync']);
  await upload(0);
  // A client has its answer before strace has noted the call that sent it; by the next answer it
  // has.
  await fetch(`${server.url}/healthz`);
  const steps = (await trace.stop()).flatMap((call) => describeStep(call, directory));
  const exchange = steps.slice(steps.indexOf('request'), steps.indexOf('201') + 1);
  // An fsync of the log may serve somebody else's commit as well, and then comes twice.
  expect(exchange.filter((step, index) => step !== exchange[index - 1])).toEqual([
    'request',
    'picture synced',
    'folder synced',
    'log synced',
    '201',
  ]);
});

/**
 * Names a call that matters; a folder of pictures is named by the first character of their keys.
 */
function describeStep({ name, args }: SystemCall, directory: string): string[] {
  if (name === 'read') return args.includes('"POST /api/v1/tools/ocr/picture/') ? ['request'] : [];
  if (name.startsWith('write')) return args.includes('"HTTP/1.1 201 ') ? ['201'] : [];
  const path = /^\d+<(.*)>$/.exec(args)?.[1]?.slice(directory.length);
  if (path === '/database/ocr-web.sqlite-wal') return ['log synced'];
  if (/^\/pictures\/.$/.test(path ?? '')) return ['folder synced'];
  return /^\/pictures\/.\/./.test(path ?? '') ? ['picture synced'] : [];
}
