import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import type { S3Options } from '../../src/pictures/stores/open-s3-store.ts';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The S3 gateway of this test project, and a bucket that does not exist yet. */
    readonly s3?: S3Options;
  }
}

const needed = ['ceph-mon', 'ceph-osd', 'ceph', 'radosgw', 'radosgw-admin'];
const credentials = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
const startSeconds = 60;

/** Vitest's global setup of the project `cluster`: starts a gateway. Returns how to stop it. */
export async function setup(project: TestProject): Promise<() => void> {
  const gateway = await startS3Gateway();
  project.provide('s3', gateway.options);
  return gateway.stop;
}

export type S3Gateway = {
  readonly options: S3Options;
  /** The process that clients talk to, while it runs. */
  readonly pid: () => number;
  /** All processes of it. */
  readonly pids: () => readonly number[];
  /** Starts that process again after its end; what is stored is elsewhere. */
  readonly start: () => void;
  /** Ends all of it and deletes what is stored. */
  readonly stop: () => void;
};

/**
 * Starts Ceph's gateway on free ports, with one monitor and one store in memory behind it: a server
 * that checks signatures, other than the stand-ins that are written for tests. Takes 15 seconds.
 */
export async function startS3Gateway(): Promise<S3Gateway> {
  if (!needed.every((program) => existsSync(join('/usr/bin', program)))) {
    const packages = 'ceph-mon ceph-osd ceph-common radosgw';
    throw new Error(`These tests need Ceph's S3 gateway: install the packages ${packages} (Debian, Ubuntu), then run them again.`);
  }
  const directory = mkdtempSync(join(tmpdir(), 'ocr-web-s3-'));
  const ports = { monitor: await freePort(), gateway: await freePort() };
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, ['-c', join(directory, 'ceph.conf'), ...args], { cwd: directory, stdio: 'pipe', timeout: startSeconds * 1000 });
  const startGateway = () => void run('radosgw', '-n', 'client.rgw.a');
  const stop = () => {
    stopAll(directory);
    rmSync(directory, { recursive: true });
  };
  try {
    writeConfiguration(directory, ports);
    makeKeys(directory);
    startMonitor(directory, ports.monitor, run);
    await startStore(run);
    startGateway();
    const { accessKeyId, secretAccessKey } = credentials;
    const keys = ['--access-key', accessKeyId, '--secret', secretAccessKey];
    run('radosgw-admin', 'user', 'create', '--uid', 'test', '--display-name', 'test', ...keys);
  } catch (error) {
    stop();
    throw error;
  }
  const endpoint = `http://127.0.0.1:${ports.gateway}`;
  const options = { endpoint, bucket: 'pictures', region: 'us-east-1', credentials, forcePathStyle: true, serverSideEncryption: undefined };
  const pid = () => Number(readFileSync(join(directory, 'run/client.rgw.a.pid'), 'utf8'));
  return { options, pid, pids: () => readPids(directory), start: startGateway, stop };
}

type Run = (program: string, ...args: string[]) => Buffer;

function writeConfiguration(directory: string, ports: { monitor: number; gateway: number }): void {
  for (const folder of ['mon', 'osd', 'run', 'log']) mkdirSync(join(directory, folder));
  const lines = [
    '[global]',
    `fsid = ${randomUUID()}`,
    `mon host = [v2:127.0.0.1:${ports.monitor}]`,
    'public addr = 127.0.0.1',
    'cluster addr = 127.0.0.1',
    `keyring = ${directory}/keyring`,
    // One copy of everything, in memory.
    'osd pool default size = 1',
    'osd pool default min size = 1',
    'osd pool default pg num = 4',
    'osd pool default pg autoscale mode = off',
    'osd crush chooseleaf type = 0',
    'mon allow pool size one = true',
    'mon max pg per osd = 1000',
    `mon data = ${directory}/mon`,
    `osd data = ${directory}/osd`,
    'osd objectstore = memstore',
    // At most: a bench fills more than a test with photographs of 2 MB.
    `memstore device bytes = ${4 * 1024 ** 3}`,
    'osd max object name len = 256',
    'osd max object namespace len = 64',
    `run dir = ${directory}/run`,
    `log file = ${directory}/log/$name.log`,
    `admin socket = ${directory}/run/$name.$pid.asok`,
    `pid file = ${directory}/run/$name.pid`,
    '[client.rgw.a]',
    `rgw frontends = beast endpoint=127.0.0.1:${ports.gateway}`,
    'rgw dns name = localhost',
  ];
  writeFileSync(join(directory, 'ceph.conf'), `${lines.join('\n')}\n`);
}

function makeKeys(directory: string): void {
  const capabilities: Readonly<Record<string, readonly string[]>> = {
    'mon.': ['mon', 'allow *'],
    'client.admin': ['mon', 'allow *', 'osd', 'allow *'],
    'client.rgw.a': ['mon', 'allow *', 'osd', 'allow *'],
    'osd.0': ['mon', 'allow profile osd', 'osd', 'allow *'],
  };
  for (const [name, pairs] of Object.entries(capabilities)) {
    const caps = pairs.flatMap((word, index) => (index % 2 === 0 ? ['--cap', word] : [word]));
    const keyring = join(directory, 'keyring');
    const create = existsSync(keyring) ? [] : ['--create-keyring'];
    execFileSync('ceph-authtool', [keyring, ...create, '--gen-key', '-n', name, ...caps], { stdio: 'pipe' });
  }
}

function startMonitor(directory: string, port: number, run: Run): void {
  const map = join(directory, 'monmap');
  const fsid = /fsid = (.+)/.exec(readFileSync(join(directory, 'ceph.conf'), 'utf8'))?.[1] as string;
  execFileSync('monmaptool', ['--create', '--addv', 'a', `[v2:127.0.0.1:${port}]`, '--fsid', fsid, map], { stdio: 'pipe' });
  run('ceph-mon', '-i', 'a', '--mkfs', '--monmap', map, '--keyring', join(directory, 'keyring'));
  run('ceph-mon', '-i', 'a');
}

async function startStore(run: Run): Promise<void> {
  const id = randomUUID();
  run('ceph', 'osd', 'new', id, '0');
  run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', id);
  run('ceph-osd', '-i', '0');
  for (let tries = startSeconds * 2; tries > 0; tries -= 1) {
    if (/\b1 up\b/.test(run('ceph', 'osd', 'stat').toString())) return;
    await setTimeout(500);
  }
  throw new Error('The store behind the S3 gateway did not start.');
}

/** The processes put themselves into the background and leave their numbers behind. */
function readPids(directory: string): number[] {
  const files = readdirSync(join(directory, 'run')).filter((name) => name.endsWith('.pid'));
  return files.map((file) => Number(readFileSync(join(directory, 'run', file), 'utf8')));
}

function stopAll(directory: string): void {
  for (const pid of readPids(directory)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}
