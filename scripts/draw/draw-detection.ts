/**
 * Draws what each stage of the detection made of a picture:
 * `node scripts/draw/draw-detection.ts PICTURE --out FOLDER`. Open FOLDER/index.html.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { recordDetection } from './detection/record-detection.ts';
import { writeSteps } from './detection/write-steps.ts';

const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const [picture] = positionals;
if (picture === undefined || values.out === undefined || positionals.length > 1) {
  process.stderr.write('Usage: node scripts/draw/draw-detection.ts PICTURE --out FOLDER\n');
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
const files = await writeSteps(await recordDetection(new Uint8Array(readFileSync(picture))), values.out);
process.stdout.write(`${files.length - 1} drawings: ${values.out}/index.html\n`);
