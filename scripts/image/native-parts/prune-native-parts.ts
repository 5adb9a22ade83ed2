import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundledParts } from './bundled-parts.ts';
import type { Platform } from './platforms.ts';

/**
 * Deletes the builds that a platform cannot use from installed packages. Nothing is deleted from a
 * package that has none for it.
 *
 * @param modules the folder of the installed packages
 * @returns the paths of what was deleted, from that folder
 */
export function pruneNativeParts(modules: string, platform: Platform): string[] {
  return Object.entries(bundledParts).flatMap(([name, { folder, buildsFor }]) => {
    const kept = buildsFor(platform).map((build) => join(modules, name, folder, build));
    const deleted = findOthers(join(modules, name, folder), kept);
    for (const path of deleted) rmSync(path, { recursive: true });
    return deleted.map((path) => relative(modules, path));
  });
}

/** The folders below one that neither hold nor are what is kept, the uppermost ones only. */
function findOthers(folder: string, kept: readonly string[]): string[] {
  if (!kept.some((path) => path.startsWith(`${folder}/`))) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.flatMap(({ name }) => {
    const path = join(folder, name);
    if (kept.includes(path)) return [];
    return kept.some((other) => other.startsWith(`${path}/`)) ? findOthers(path, kept) : [path];
  });
}
