/**
 * Writes docs/generated/third-party.md, what ships of others and under which licence: `node
 * scripts/write-third-party.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageName, readLockfile } from './supply-chain/lockfile.ts';
import { findShippedPackages } from './supply-chain/shipped-packages.ts';

const root = join(import.meta.dirname, '..');
const shipped = findShippedPackages(readLockfile(join(root, 'package-lock.json')));
const counts = Map.groupBy(shipped, ({ entry }) => entry.license ?? '');

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const byLicence = [...counts].sort(([a, first], [b, second]) => second.length - first.length || a.localeCompare(b));
const text = `# What ships of others

Made by \`npm run generate\` of package-lock.json, for every platform. [What is allowed, and why](../security/licences.md).

${table(
  ['Licence', 'Packages'],
  byLicence.map(([licence, packages]) => [licence, String(packages.length)]),
)}

${table(
  ['Package', 'Version', 'Licence', 'Part of'],
  shipped
    .map(({ path, entry, products }) => [packageName(path), entry.version ?? '', entry.license ?? '', products.join(', ')])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
)}
`;
writeFileSync(join(root, 'docs/generated/third-party.md'), text);
