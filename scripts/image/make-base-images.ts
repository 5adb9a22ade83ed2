import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Buildah } from './image-tools.ts';

const debianImage = 'docker.io/library/debian:trixie-slim';
const nodeImage = 'docker.io/library/node:24-trixie-slim';
const mirror = 'http://deb.debian.org/debian';

/**
 * Makes images from Debian's packages, and from the Node and npm of this machine, under the names
 * that the Dockerfile begins with, for machines that reach no registry of images. Those that exist
 * already are kept.
 *
 * @param folder keeps Debian's files between two calls
 */
export function makeBaseImages(buildah: Buildah, folder: string): void {
  if (!exists(buildah, debianImage))
    commit(buildah, debianImage, (container) => void buildah.print('add', container, makeDebian(folder), '/'));
  if (exists(buildah, nodeImage)) return;
  const node = copyNode(folder);
  commit(buildah, nodeImage, (container) => void buildah.print('add', container, node, '/usr/local'), debianImage);
}

function exists(buildah: Buildah, name: string): boolean {
  return buildah.print('images', '--quiet', '--filter', `reference=${name}`) !== '';
}

function commit(buildah: Buildah, name: string, fill: (container: string) => void, from = 'scratch'): void {
  const container = buildah.print('from', '--pull-never', from);
  fill(container);
  buildah.print('commit', '--rm', container, name);
}

/** As small as Docker's variant "slim" of Debian: without manuals and translations. */
function makeDebian(folder: string): string {
  const archive = join(folder, 'trixie.tar');
  if (existsSync(archive)) return archive;
  const left = ['doc', 'man', 'locale', 'info'].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`);
  execFileSync('mmdebstrap', ['--quiet', '--variant=minbase', ...left, 'trixie', `${archive}.part`, mirror], { stdio: 'inherit' });
  execFileSync('mv', [`${archive}.part`, archive]);
  return archive;
}

/** Lays Node and npm out as Docker's image of Node does, below /usr/local. */
function copyNode(folder: string): string {
  const target = join(folder, 'node');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, 'bin'), { recursive: true });
  cpSync(process.execPath, join(target, 'bin/node'));
  const npm = realpathSync(execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim());
  cpSync(join(npm, '../..'), join(target, 'lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx']) execFileSync('ln', ['-s', `../lib/node_modules/npm/bin/${name}-cli.js`, join(target, 'bin', name)]);
  trustAsHere(target);
  return target;
}

/** Where this machine trusts authorities of its own, npm within the build does too. */
function trustAsHere(target: string): void {
  const authorities = '/etc/ssl/certs/ca-certificates.crt';
  if (!existsSync(authorities)) return;
  cpSync(authorities, join(target, 'etc/authorities.crt'));
  writeFileSync(join(target, 'etc/npmrc'), 'cafile=/usr/local/etc/authorities.crt\n');
}
