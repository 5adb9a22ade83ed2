import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A PostgreSQL server of the tests' own. */
export type PostgresServer = {
  readonly url: string;
  /** Path of the certificate that it shows, signed by itself, to whoever asks for TLS. */
  readonly certificate: string;
  /** The process whose children serve connections, while it runs. */
  readonly pid: () => number;
  /** Starts it after an end, on the same port and data; resolves when it takes connections. */
  readonly start: () => void;
  /** Ends it; `fast` in order, with every connection cut off, `immediate` as a crash does. */
  readonly stop: (mode: 'fast' | 'immediate') => void;
  /** Ends it for good and deletes its data. */
  readonly close: () => void;
};

/**
 * Starts a server of the newest installed version on a free port.
 *
 * @param settings of the server, beside those that tests need
 * @throws an Error that names the package when there is none
 */
export async function startPostgresServer(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
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
  const certificate = makeCertificate(data);
  if (isRoot) execFileSync('chown', ['postgres', certificate, certificate.replace(/crt$/, 'key')]);
  const others = Object.entries(settings).map(([name, value]) => ` -c ${name}=${value}`);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory} -c fsync=off -c max_connections=300 -c ssl=on${others.join('')}`;
  const start = () => void run('pg_ctl', '--pgdata', data, '--log', join(directory, 'log'), '--options', options, '--wait', 'start');
  const stop = (mode: 'fast' | 'immediate') => void run('pg_ctl', '--pgdata', data, '--mode', mode, 'stop');
  start();
  return {
    url: `postgresql://ocr@127.0.0.1:${port}/postgres`,
    certificate,
    pid: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    start,
    stop,
    close: () => {
      stop('immediate');
      rmSync(directory, { recursive: true });
    },
  };
}

/** Makes key and certificate where the server looks for them. @returns the certificate's path */
function makeCertificate(data: string): string {
  const [key, certificate] = [join(data, 'server.key'), join(data, 'server.crt')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
  return certificate;
}
