import type { LockedPackage, Lockfile } from './lockfile.ts';

/** 64 bytes, which no package hashes to. */
export const someHash = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;

const fixed = (entry: LockedPackage): LockedPackage => ({ version: '1.0.0', integrity: someHash, license: 'MIT', ...entry });

/**
 * A lockfile of a service that needs `a`, which needs `b` and a build of it; of a page that needs
 * another version of `b`; and of tools.
 */
export const lock: Lockfile = {
  packages: {
    '': {},
    'packages/cli': { name: 'ocr-web', version: '0.1.0', license: 'MIT', dependencies: { a: '1.0.0', '@ocr-web/reader': '0.1.0' } },
    'packages/reader': { name: '@ocr-web/reader', version: '0.1.0', license: 'MIT' },
    'apps/web': { version: '0.1.0', dependencies: { b: '2.0.0' } },
    'packages/scanner': { name: '@ocr-web/scanner', version: '0.1.0' },
    'node_modules/ocr-web': { resolved: 'packages/cli', link: true },
    'node_modules/@ocr-web/reader': { resolved: 'packages/reader', link: true },
    'node_modules/a': fixed({
      license: '(MIT OR CC0-1.0)',
      dependencies: { b: '1.0.0' },
      optionalDependencies: { '@s/build-linux': '1.0.0', 'build-elsewhere': '1.0.0' },
    }),
    'node_modules/@s/build-linux': fixed({ license: 'Apache-2.0', optional: true, os: ['linux'] }),
    'node_modules/b': fixed({ license: 'ISC' }),
    'apps/web/node_modules/b': fixed({ version: '2.0.0', license: 'ISC' }),
    'node_modules/tool': fixed({ dev: true, license: 'MPL-2.0' }),
    'node_modules/tool-win32': { version: '1.0.0', dev: true, optional: true, os: ['win32'] },
  },
};

/** The lockfile with something else said of a package. */
export function withEntry(path: string, entry: LockedPackage): Lockfile {
  return { packages: { ...lock.packages, [path]: { ...lock.packages[path], ...entry } } };
}
