import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureFiles } from './labelled-files.ts';

/** Debian packages of photographs. */
const packages = [
  'gnome-backgrounds',
  'lomiri-wallpapers-16.04',
  'lomiri-wallpapers-20.04',
  'mate-backgrounds',
  'plasma-workspace-wallpapers',
  'python3-skimage',
  'sway-backgrounds',
  'ukui-wallpapers',
] as const;
const isPicture = /\.(jpe?g|png|webp|tiff?)$/i;

/**
 * The pictures of the packages, downloaded once into a folder.
 *
 * @throws Error where apt-get or dpkg-deb fail
 */
export function fetchPhotographs(cache: string): PictureFiles['files'] {
  return packages.flatMap((name) => {
    const unpacked = join(cache, name);
    if (!existsSync(unpacked)) fetchPackage(cache, name, unpacked);
    const found = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((path) => isPicture.test(path));
    return found.sort().map((path) => ({ path: join(unpacked, path), kind: 'photographs', hasZone: false }));
  });
}

function fetchPackage(cache: string, name: string, unpacked: string): void {
  mkdirSync(cache, { recursive: true });
  execFileSync('apt-get', ['download', name], { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = readdirSync(cache).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  if (archive === undefined) throw new Error(`apt-get downloaded no archive of ${name}.`);
  execFileSync('dpkg-deb', ['-x', join(cache, archive), unpacked]);
}
