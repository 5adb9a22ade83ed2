import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that the check runs, and the package of Debian that has each. */
const needed: Readonly<Record<string, string>> = {
  buildah: 'buildah',
  mmdebstrap: 'mmdebstrap',
  runc: 'runc',
  nsenter: 'util-linux',
  pgrep: 'procps',
};

/** @throws Error that says what to install, where a program or a right is missing */
export function requireImageTools(): void {
  if (process.getuid?.() !== 0) throw new Error('Containers with users of their own are started by root: run this as root.');
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = Object.keys(needed).filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((program) => needed[program]))].join(' ');
  throw new Error(`${missing.join(', ')} not found. Install what builds images: apt-get install --no-install-recommends ${packages}`);
}

export type Buildah = {
  /** Runs it and returns what it printed, without the last line break. */
  readonly print: (...args: string[]) => string;
  /** Runs it with its output on the terminal. */
  readonly show: (...args: string[]) => void;
};

/**
 * Buildah with images of its own in a folder. It needs neither a daemon nor a kernel with overlays,
 * so that it runs within containers too.
 */
export function openBuildah(folder: string): Buildah {
  const run = (args: readonly string[], stdout: 'pipe' | 'inherit') => {
    const storage = ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs'];
    return execFileSync('buildah', [...storage, ...args], { stdio: ['ignore', stdout, 'inherit'], encoding: 'utf8', maxBuffer: 64 << 20 });
  };
  return { print: (...args) => run(args, 'pipe').trim(), show: (...args) => void run(args, 'inherit') };
}
