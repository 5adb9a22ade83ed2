/**
 * Mutates the structure of valid files and has the service inspect them: `node
 * scripts/fuzz/fuzz-inspectors.ts [--count 2000] [--seed 1] [--kind tiff]`. Then come files of 20
 * MiB that are nothing but structure. Exits with 1 when an inspection makes steps without progress,
 * takes too long or fails, with the seed and the bytes.
 */
import { parseArgs } from 'node:util';
import { decodePictureText } from '../../apps/server/src/pictures/text/decode-picture-text.ts';
import { checkInspection, type InspectionOutcome } from '../../packages/reader/test/structures/check-inspection.ts';
import { mutateStructure } from '../../packages/reader/test/structures/mutate-structure.ts';
import { createRandom } from '../../packages/reader/test/structures/random.ts';
import { structureGenerators } from '../../packages/reader/test/structures/structure-generators.ts';
import { spacedText, worstCases } from '../../packages/reader/test/structures/worst-cases.ts';
import { measureProcessorTime } from './measure-processor-time.ts';

/**
 * Of one inspection. Decoding base64 has to touch every character, of which there are a third more.
 */
const limits = { inspectionMilliseconds: 50, textMilliseconds: 500 };
const largestFileBytes = 20 * 2 ** 20;
/** Base64 of a file as large. */
const longestTextCharacters = 27 * 2 ** 20;
const shownBytes = 1024;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, kind: { type: 'string' } },
});
const count = Number(values.count);
const firstSeed = Number(values.seed);
const kinds = Object.entries(structureGenerators).filter(([kind]) => values.kind === undefined || values.kind === kind);
if (kinds.length === 0 || !Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(firstSeed)) {
  console.error(`--count and --seed take whole numbers, --kind one of ${Object.keys(structureGenerators).join(', ')}`);
  process.exit(2);
}

type Row = { mutations: number; 'slowest ms': number; 'most steps': number } & Record<InspectionOutcome, number>;

const rows: Record<string, Row> = {};
for (const [kind, generate] of kinds) {
  const row = createRow();
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const random = createRandom(seed);
    inspectInto(row, mutateStructure(generate(random), random), `--kind ${kind} --seed ${seed} --count 1`);
  }
  rows[kind] = row;
}
console.table(rows);

if (values.kind === undefined) {
  console.table(
    Object.fromEntries(Object.entries(worstCases).map(([name, build]) => [name, measureWorstCase(name, build(largestFileBytes))])),
  );
  measureText(spacedText(longestTextCharacters));
}

function createRow(): Row {
  return { mutations: 0, 'slowest ms': 0, 'most steps': 0, whole: 0, 'cut off': 0, damaged: 0, 'no picture': 0 };
}

function inspectInto(row: Row, bytes: Buffer, name: string): InspectionOutcome {
  try {
    const { result, milliseconds } = measureProcessorTime(() => checkInspection(bytes), limits.inspectionMilliseconds);
    if (milliseconds > limits.inspectionMilliseconds) throw new Error(`${milliseconds} ms of processor time`);
    row.mutations += 1;
    row[result.outcome] += 1;
    row['most steps'] = Math.max(row['most steps'], result.steps);
    row['slowest ms'] = Math.max(row['slowest ms'], Number(milliseconds.toFixed(1)));
    return result.outcome;
  } catch (error) {
    const rest = bytes.length > shownBytes ? `… (${bytes.length} bytes)` : '';
    console.error(`${name}\n${bytes.toString('hex', 0, shownBytes)}${rest}\n`, error);
    process.exit(1);
  }
}

function measureWorstCase(name: string, bytes: Buffer): Record<string, number | string> {
  const row = createRow();
  const outcome = inspectInto(row, bytes, name);
  return { ms: row['slowest ms'], steps: row['most steps'], outcome };
}

function measureText(text: string): void {
  const { milliseconds } = measureProcessorTime(() => decodePictureText(text, 'file'), limits.textMilliseconds);
  console.log(`base64 of ${text.length} characters with white space between all digits: ${milliseconds.toFixed(0)} ms`);
  if (milliseconds > limits.textMilliseconds) process.exit(1);
}
