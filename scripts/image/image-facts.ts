import { globSync, lstatSync } from 'node:fs';
import { join } from 'node:path';

/** What takes the room in the files of an image, in MB. */
export function measureImage(root: string): Record<string, number> {
  const all = sizeOf(root, '**');
  const parts = {
    'node_modules of the service': sizeOf(root, 'app/node_modules/**'),
    Node: sizeOf(root, 'usr/local/bin/node'),
    page: sizeOf(root, 'app/apps/web/dist/**'),
  };
  const rest = Object.values(parts).reduce((left, part) => left - part, all);
  return Object.fromEntries(
    Object.entries({ ...parts, 'Debian and sources': rest, all }).map(([name, bytes]) => [name, Math.round(bytes / 1e5) / 10]),
  );
}

/** Files that only another system or another processor could load. */
export function findForeignBuilds(root: string): string[] {
  const other = process.arch === 'x64' ? 'arm64' : 'x64';
  return globSync(['app/**/*.dll', 'app/**/*.dylib', 'app/**/{darwin,win32}*/**/*.node', `app/**/*${other}*/**/*.node`], { cwd: root });
}

function sizeOf(root: string, pattern: string): number {
  const files = globSync(pattern, { cwd: root }).map((path) => lstatSync(join(root, path)));
  return files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
}
