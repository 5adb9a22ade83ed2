import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from './platforms.ts';

/** A package that carries its builds for all platforms inside. */
export type BundledPart = {
  /** The folder that holds one folder for each build, from the package's root. */
  readonly folder: string;
  /** The builds that a platform can use, from that folder. */
  readonly buildsFor: (platform: Platform) => readonly string[];
  /** What happens where there is none; without it the service does not run there. */
  readonly fallback?: string;
};

/** Every such package that the service loads. */
export const bundledParts: Readonly<Record<string, BundledPart>> = {
  'onnxruntime-node': {
    folder: 'bin/napi-v6',
    buildsFor: ({ os, cpu, libc }) => (libc === 'musl' ? [] : [`${os}/${cpu}`]),
    fallback: 'kernels in WebAssembly compute, more slowly',
  },
  '@julusian/jpeg-turbo': {
    folder: 'prebuilds',
    buildsFor: ({ os, cpu, libc }) => [`jpeg-turbo-${os}-${cpu}${libc === 'musl' ? '-musl' : ''}`],
    fallback: 'libvips decodes, more slowly',
  },
};

/** Tells whether an installed package has a build for a platform. */
export function hasBuild(modules: string, name: string, platform: Platform): boolean {
  const { folder, buildsFor } = bundledParts[name] as BundledPart;
  return buildsFor(platform).some((build) => {
    const path = join(modules, name, folder, build);
    return existsSync(path) && readdirSync(path).some((file) => file.endsWith('.node'));
  });
}

/**
 * The installed packages that carry builds for several platforms: those of one alone say so in
 * their manifests.
 */
export function findBundles(modules: string): string[] {
  // Folders may be called so too.
  const addons = globSync('{*,@*/*}/**/*.node', { cwd: modules }).filter((path) => statSync(join(modules, path)).isFile());
  const byPackage = Map.groupBy(addons, (path) =>
    path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return [...byPackage].filter(([, files]) => files.length > 1).map(([name]) => name);
}
