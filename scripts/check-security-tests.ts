/**
 * Checks that every test which a document in docs/security names is there: `node
 * scripts/check-security-tests.ts`. A test is named in code as `path::title`, a program of CI by
 * its path. Exits with 1 for one that is missing, and for a threat without any.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMissingProofs, findUnprovenThreats } from './security-tests/find-missing-proofs.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = globSync('docs/security/*.md', { cwd: root }).sort();
const problems = documents.flatMap((path) => [
  ...findMissingProofs(read(path), read).map((proof) => `${path} names ${proof}, which is not there`),
  ...findUnprovenThreats(read(path)).map((threat) => `${path} has no test for ${threat}`),
]);
for (const problem of problems) console.error(problem);
console.log(`${documents.length} documents, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
