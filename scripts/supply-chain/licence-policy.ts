/**
 * The policy of docs/security/licences.md as tables. Licences are named by their SPDX identifiers.
 */

/**
 * What anything may have that ships: they ask for their notice, and for nothing of our own code.
 */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
]);

/** Allowed beside those for tools that check, test and build, and are not handed out. */
export const allowedForTools: ReadonlySet<string> = new Set(['MPL-2.0', 'Unlicense']);

type LicenceException = {
  /** The names of the packages. */
  readonly packages: RegExp;
  readonly licences: readonly string[];
  readonly why: string;
};

const replaceable = 'It is a file of its own in the folder of its package, which whoever runs the service may replace by one of their own';

/** Packages that may ship under a licence that is not in the list. */
export const licenceExceptions: readonly LicenceException[] = [
  {
    packages: /^@img\/sharp-/,
    licences: ['LGPL-3.0-or-later'],
    why: `libvips and what it is linked with. ${replaceable}`,
  },
  { packages: /^libheif-js$/, licences: ['LGPL-3.0'], why: `libheif and libde265 in WebAssembly. ${replaceable}` },
];
