/**
 * The property tests of packages/mrz over many documents: `node scripts/check-mrz-properties.ts
 * [documents] [seed]`. Exits with 1 on a failure.
 */
import { checkDocuments } from '../packages/mrz/test/properties.contract.ts';

const runs = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
const start = performance.now();
checkDocuments(runs, seed);
process.stdout.write(
  `${runs} documents with one change each, seed ${seed}: all properties hold (${((performance.now() - start) / 1000).toFixed(1)} s)\n`,
);
