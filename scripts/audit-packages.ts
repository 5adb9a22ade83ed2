/**
 * Asks the registry for known weaknesses of all packages: `node scripts/audit-packages.ts`. Exits
 * with 1 for one that ships and is high or critical. A registry that does not answer the question
 * fails nothing, and is said to.
 */
import { join } from 'node:path';
import { auditPackages, type KnownWeakness } from './supply-chain/audit-packages.ts';
import { packageName, readLockfile } from './supply-chain/lockfile.ts';
import { findShippedPackages } from './supply-chain/shipped-packages.ts';

const root = join(import.meta.dirname, '..');
const shipped = new Set(findShippedPackages(readLockfile(join(root, 'package-lock.json'))).map(({ path }) => packageName(path)));
const isUrgent = ({ name, severity }: KnownWeakness) => shipped.has(name) && (severity === 'high' || severity === 'critical');

const audit = await auditPackages(root);
if (audit.kind === 'not answered') {
  console.log(`Known weaknesses were NOT looked for: the registry does not answer npm audit (${audit.why}).`);
} else {
  for (const found of audit.weaknesses) {
    console.log(`${found.severity}: ${found.name}${shipped.has(found.name) ? ' (ships)' : ''} ${found.advisories.join('; ')}`);
  }
  const urgent = audit.weaknesses.filter(isUrgent);
  console.log(`${audit.weaknesses.length} packages with known weaknesses, ${urgent.length} of them ship and are high or critical`);
  process.exitCode = urgent.length === 0 ? 0 : 1;
}
