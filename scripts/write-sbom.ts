/**
 * Writes the software bill of materials of everything that ships, and checks it against the schema
 * of CycloneDX: `node scripts/write-sbom.ts [--out dist/ocr-web.cdx.json]`. Exits with 1 when it is
 * not valid.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSbom, type Model } from './supply-chain/build-sbom.ts';
import { findSbomProblems } from './supply-chain/find-sbom-problems.ts';
import { readLockfile } from './supply-chain/lockfile.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist/ocr-web.cdx.json') } } });
const { models }: { models: Record<string, Model> } = JSON.parse(readFileSync(join(root, 'packages/reader/models/manifest.json'), 'utf8'));

const sbom = buildSbom(readLockfile(join(root, 'package-lock.json')), Object.values(models));
const problems = findSbomProblems(sbom);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
const text = `${JSON.stringify(sbom, null, 2)}\n`;
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, text);
console.log(`${values.out}: ${sbom.components.length} components, CycloneDX ${sbom.specVersion}, ${problems.length} problems`);
console.log(`sha256 ${createHash('sha256').update(text).digest('hex')}`);
