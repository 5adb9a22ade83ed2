import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Where the PostgreSQL server of this test project listens; missing where tests run on SQLite.
     */
    readonly postgresUrl?: string;
  }
}

/**
 * Vitest's global setup of the project `postgres`: starts a server of the newest installed version
 * on a free port. Returns how to stop it.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const bin = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  if (!bin) throw new Error('These tests need a PostgreSQL server: install the package postgresql (Debian, Ubuntu), then run them again.');
  const directory = mkdtempSync(join(tmpdir(), 'ocr-web-postgres-'));
  const port = await freePort();
  // initdb and the server refuse to run as root.
  const isRoot = userInfo().uid === 0;
  const run = (program: string, ...args: string[]) =>
    isRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, program), ...args], { stdio: 'pipe' })
      : execFileSync(join(bin, program), args, { stdio: 'pipe' });
  if (isRoot) execFileSync('chown', ['postgres', directory]);
  const data = join(directory, 'data');
  run('initdb', '--pgdata', data, '--username', 'ocr', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory} -c fsync=off -c max_connections=200`;
  run('pg_ctl', '--pgdata', data, '--log', join(directory, 'log'), '--options', options, '--wait', 'start');
  project.provide('postgresUrl', `postgresql://ocr@127.0.0.1:${port}/postgres`);
  return () => {
    run('pg_ctl', '--pgdata', data, '--mode', 'immediate', 'stop');
    rmSync(directory, { recursive: true });
  };
}
