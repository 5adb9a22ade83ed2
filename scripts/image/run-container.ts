import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export type Container = {
  /** Runs a program of the image inside, as the same user. */
  readonly exec: (...args: string[]) => { readonly code: number | null; readonly output: string };
  /** Runs a program of this machine in the network of the container and returns what it printed. */
  readonly fromInside: (...args: string[]) => string;
  /** The processes inside, by their number on this machine; the first one is its process 1. */
  readonly pid: () => number;
  readonly signal: (name: 'TERM' | 'KILL') => void;
  /** Resolves when process 1 has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly log: string }>;
  /** Ends it where it runs, and deletes its data. */
  readonly remove: () => Promise<void>;
};

export type ContainerOptions = {
  /** The files of the image. */
  readonly root: string;
  readonly user: { readonly uid: number; readonly gid: number };
  readonly command: readonly string[];
  /** As `NAME=value`. */
  readonly environment: readonly string[];
};

/**
 * Starts a container as strictly as a cluster does: any user, no capability, no way to get one, a
 * root that cannot be written, and a network that holds nothing but the container itself.
 */
export function runContainer(options: ContainerOptions): Container {
  const bundle = mkdtempSync(join(tmpdir(), 'ocr-web-container-'));
  chmodSync(bundle, 0o755);
  const volumes = ['data', 'keys'].map((name) => ({ destination: `/${name}`, source: join(bundle, name) }));
  for (const { source } of volumes) {
    mkdirSync(source);
    // As the image has it, whatever the mask of this process.
    chmodSync(source, 0o1777);
  }
  writeFileSync(join(bundle, 'config.json'), JSON.stringify(runtimeConfig(options, volumes)));
  const id = `ocr-web-${process.pid}`;
  const runc = (...args: string[]) => ['--root', join(bundle, 'runc'), ...args];
  const child = spawn('runc', runc('run', '--bundle', bundle, id), { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (log += bytes));
  const { promise: ended, resolve } = Promise.withResolvers<{ code: number | null; log: string }>();
  child.on('close', (code) => resolve({ code, log }));
  const pid = () => JSON.parse(execFileSync('runc', runc('state', id), { encoding: 'utf8' })).pid as number;
  const signal = (name: string) => void spawnSync('runc', runc('kill', id, name));
  return {
    exec: (...args) => {
      const { status, stdout, stderr } = spawnSync('runc', runc('exec', id, ...args), { encoding: 'utf8' });
      return { code: status, output: stdout + stderr };
    },
    fromInside: (...args) => execFileSync('nsenter', ['--target', String(pid()), '--net', ...args], { encoding: 'utf8' }),
    pid,
    signal,
    ended,
    remove: async () => {
      signal('KILL');
      await Promise.race([ended, setTimeout(5000)]);
      rmSync(bundle, { recursive: true, force: true });
    },
  };
}

/** A folder of this machine, and where the container has it. */
type Volume = { readonly destination: string; readonly source: string };

/** See the OCI runtime specification, `config.md` and `config-linux.md`. */
function runtimeConfig({ root, user, command, environment }: ContainerOptions, volumes: readonly Volume[]): object {
  const none = { bounding: [], effective: [], permitted: [], inheritable: [], ambient: [] };
  return {
    ociVersion: '1.0.2',
    process: { terminal: false, user, args: command, env: environment, cwd: '/data', noNewPrivileges: true, capabilities: none },
    root: { path: root, readonly: true },
    mounts: [
      { destination: '/proc', type: 'proc', source: 'proc' },
      { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'mode=755'] },
      { destination: '/tmp', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'nodev', 'mode=1777', 'size=64m'] },
      ...volumes.map((volume) => ({ ...volume, type: 'bind', options: ['bind', 'rw', 'nosuid', 'nodev'] })),
    ],
    linux: { namespaces: ['pid', 'mount', 'ipc', 'uts', 'network'].map((type) => ({ type })) },
  };
}
