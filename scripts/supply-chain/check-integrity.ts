import { isFromRegistry, type Lockfile, packageName } from './lockfile.ts';

export type IntegrityCheck = {
  /** Packages whose content the lockfile fixes by its SHA-512. */
  readonly fixed: number;
  /**
   * Optional tools for other platforms that the registry at hand does not serve, so that no hash of
   * them is known. None of them ships.
   */
  readonly unknown: readonly string[];
  readonly problems: readonly string[];
};

/** 64 bytes in base64 (SHA-512, as in Subresource Integrity). */
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * Checks that the lockfile fixes the exact version and content of every package, and that none
 * comes from elsewhere than the registry.
 */
export function checkIntegrity({ packages }: Lockfile): IntegrityCheck {
  const entries = Object.entries(packages).filter(([path, entry]) => isFromRegistry(path, entry));
  const unknown = entries.filter(
    ([, { integrity, dev, optional, os, cpu }]) => integrity === undefined && dev && optional && (os ?? cpu) !== undefined,
  );
  const known = entries.filter((entry) => !unknown.includes(entry));
  const problems = known.flatMap(([path, { integrity, resolved, version }]) => [
    ...(sha512.test(integrity ?? '') ? [] : [`${path} has no SHA-512 in package-lock.json`]),
    ...(resolved === undefined ? [] : [`${path} comes from ${resolved}, not from the registry`]),
    ...(/^\d+\.\d+\.\d+/.test(version ?? '') ? [] : [`${path} has no exact version`]),
  ]);
  return { fixed: known.length, unknown: unknown.map(([path]) => packageName(path)), problems };
}
