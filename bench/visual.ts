/**
 * What the visual zone is good for: `node bench/visual.ts SET…`.
 *
 * A set is a folder of pictures with `labels.json` that training/make_visual_set.py drew: passports
 * of Utopia whose zones say the same, or, with `--forged`, in which one character of the print is
 * another one. The reader runs in this process. Prints for each set a table by the height of the
 * print: values read exactly, what sure values got wrong, and what the comparison with the zone
 * said. Fails when a genuine page is called different.
 */
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels, loadTextRecogniser } from '@ocr-web/reader-node/in-process';
import { measureVisualSet } from './visual/measure-visual-set.ts';
import { renderVisualSet } from './visual/render-visual-set.ts';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) throw new Error('Name a set. Draw one in training/: .venv/bin/python make_visual_set.py --help');
const text = await loadTextRecogniser();
const tools = {
  decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }),
  models: await loadModels(),
  loadTextRecogniser: () => Promise.resolve(text),
  scratch: createScratch(),
};
let falseAlarms = 0;
for (const folder of positionals) {
  const rows = await measureVisualSet(folder, tools);
  process.stdout.write(`${renderVisualSet(folder, rows)}\n\n`);
  for (const row of rows) falseAlarms += row.falseAlarms;
}
if (falseAlarms > 0) process.exitCode = 1;
