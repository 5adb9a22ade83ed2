import { readFileSync } from 'node:fs';
import { locate } from '../image/native-parts/locked-parts.ts';

/** What package-lock.json (lockfileVersion 3) says of a package, as far as it is asked here. */
export type LockedPackage = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  /** A workspace, by the folder in `resolved`. */
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lockfile = { readonly packages: Readonly<Record<string, LockedPackage>> };

/** Reads a lockfile. */
export function readLockfile(path: string): Lockfile {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The name of a package by its place in a lockfile, such as `node_modules/a/node_modules/@b/c`. */
export function packageName(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Tells whether a place is that of a package from a registry, not of a workspace. */
export function isFromRegistry(path: string, { link }: LockedPackage): boolean {
  return /(^|\/)node_modules\//.test(path) && link !== true;
}

/**
 * Where a package finds what it depends on at run time, workspaces by their folder. An optional one
 * that the lockfile lacks is left out.
 */
export function dependenciesOf({ packages }: Lockfile, path: string): string[] {
  const { dependencies = {}, optionalDependencies = {} } = packages[path] ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => {
    const place = locate(packages, path, name);
    if (place === undefined) return [];
    const found = packages[place];
    return [found?.link && found.resolved !== undefined ? found.resolved : place];
  });
}
