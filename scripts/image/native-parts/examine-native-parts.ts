import { bundledParts, findBundles, hasBuild } from './bundled-parts.ts';
import { findLockedParts, findUnlocked, type Lockfile, locate, lockedFallbacks, runsOn } from './locked-parts.ts';
import { type PlatformName, platformNames, supportedPlatforms } from './platforms.ts';

export type NativeParts = {
  /** For each part what each platform gets: `build`, what replaces it, or `none`. */
  readonly parts: Readonly<Record<string, Readonly<Record<PlatformName, string>>>>;
  /** Whatever would keep a platform from working. */
  readonly problems: readonly string[];
};

/**
 * Examines whether every part that is not JavaScript has a build for every platform, or something
 * that replaces it, and whether the lockfile holds it.
 *
 * @param modules the folder of the installed packages
 */
export function examineNativeParts(lock: Lockfile, modules: string): NativeParts {
  const locked = findLockedParts(lock).filter(({ name }) => !isVariant(lock, name));
  const parts = Object.fromEntries([
    ...Object.entries(bundledParts).map(([name, { fallback }]) => [
      name,
      forEachPlatform((platform) => (hasBuild(modules, name, supportedPlatforms[platform]) ? 'build' : (fallback ?? 'none'))),
    ]),
    ...locked.map(({ name, variants }) => [name, forEachPlatform((platform) => describeLocked(lock, variants, platform))]),
  ]) as NativeParts['parts'];
  const missing = Object.entries(parts).flatMap(([name, builds]) =>
    platformNames
      .filter((platform) => builds[platform] === 'none')
      .map((platform) => `${name} has no build for ${platform} and nothing replaces it`),
  );
  const unlocked = findUnlocked(lock).map((entry) => `package-lock.json lacks a part of ${entry}`);
  const unknown = findBundles(modules).filter((name) => !(name in bundledParts));
  return {
    parts,
    problems: [...missing, ...unlocked, ...unknown.map((name) => `${name} carries builds that bundled-parts.ts does not name`)],
  };
}

function forEachPlatform(describe: (platform: PlatformName) => string): Record<PlatformName, string> {
  return Object.fromEntries(platformNames.map((platform) => [platform, describe(platform)])) as Record<PlatformName, string>;
}

function describeLocked({ packages }: Lockfile, variants: readonly string[], platform: PlatformName): string {
  const found = variants.map((name) => packages[locate(packages, '', name) ?? '']);
  if (found.some((variant) => variant && runsOn(variant, supportedPlatforms[platform]))) return 'build';
  return variants.map((name) => lockedFallbacks[name]).find((fallback) => fallback !== undefined) ?? 'none';
}

/** The libraries of a build are a matter of that build. */
function isVariant({ packages }: Lockfile, name: string): boolean {
  const found = packages[locate(packages, '', name) ?? ''];
  return found?.os !== undefined || found?.cpu !== undefined;
}
