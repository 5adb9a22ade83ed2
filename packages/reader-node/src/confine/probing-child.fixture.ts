import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:inspector';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { serveRequests } from '../pool/serve-requests.ts';
import { readerProgramPackages } from './program-folders.ts';

// The program of a child that tries what a reader must not be able to do, and says how each ended.

export type Attempts = { readonly port: number; readonly outside: string; readonly cache: string };

const attempts: Readonly<Record<string, (request: Attempts) => unknown>> = {
  'read /etc/passwd': () => readFileSync('/etc/passwd'),
  'list /': () => readdirSync('/'),
  'read a file of the service': ({ outside }) => readFileSync(outside),
  'write beside it': ({ outside }) => writeFileSync(`${outside}.new`, 'x'),
  'write into its own folder': () => writeFileSync(new URL('left-behind', import.meta.url), 'x'),
  'write into its compiled program': ({ cache }) => writeFileSync(`${cache}/left-behind`, 'x'),
  'link to a file of the service': ({ outside, cache }) => symlinkSync(outside, `${cache}/link`),
  'start a program': () => execFileSync('/bin/true'),
  'start a shell': () => spawnSync('/bin/sh', ['-c', 'true']).error ?? 'done',
  'start a worker': () => new Worker('process.exit()', { eval: true }),
  'open the inspector': () => open(0),
  'use the bindings of Node': () => (process as unknown as { binding: (name: string) => unknown }).binding('spawn_sync'),
  'connect to the service': ({ port }) =>
    new Promise((resolve, reject) => {
      connect(port, '127.0.0.1', () => resolve('done')).on('error', reject);
    }),
  'see secrets in its environment': () => Object.keys(process.env).sort(),
  'read its own program': () => readFileSync(new URL(import.meta.url)).length > 0,
  'load its libraries': async () => {
    for (const name of readerProgramPackages) await import(name);
    return true;
  },
};

async function tryAll(request: Attempts): Promise<Record<string, unknown>> {
  const outcomes: Record<string, unknown> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      const result = await attempt(request);
      outcomes[name] =
        result instanceof Error ? (result as NodeJS.ErrnoException).code : Array.isArray(result) || result === true ? result : 'done';
    } catch (error) {
      outcomes[name] = (error as NodeJS.ErrnoException).code;
    }
  }
  return outcomes;
}

await serveRequests<Attempts, Record<string, unknown>>(() => Promise.resolve(tryAll));
