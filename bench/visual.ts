/**
 * What the visual zone is good for: `node bench/visual.ts [--stages] SET…`.
 *
 * A set is a folder of pictures with `labels.json` that training/make_visual_set.py drew: passports
 * of Utopia whose zones say the same, or, with `--forged`, in which one character of the print is
 * another one. The reader runs in this process. Prints for each set a table by the height of the
 * print: values read exactly, what sure values got wrong, and what the comparison with the zone
 * said, and in the end how many genuine values of all sets were called different: fails where one
 * was. Which they are, and how far it is, goes to the standard error. With `--stages` it prints
 * besides for how much processor time each folder of the reader ran, for each picture in the mean.
 */
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels, loadTextRecogniser } from '@ocr-web/reader-node/in-process';
import { measureVisualSet, type VisualRow } from './visual/measure-visual-set.ts';
import { profilePlaces } from './visual/profile-places.ts';
import { renderPlaces, renderVisualSet } from './visual/render-visual-set.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { stages: { type: 'boolean', default: false } } });
if (positionals.length === 0) throw new Error('Name a set. Draw one in training/: .venv/bin/python make_visual_set.py --help');
const text = await loadTextRecogniser();
const tools = {
  decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }),
  models: await loadModels(),
  loadTextRecogniser: () => Promise.resolve(text),
  scratch: createScratch(),
};
const tell = (line: string) => void process.stderr.write(`${line}\n`);
let falseAlarms = 0;
let pictures = 0;
for (const folder of positionals) {
  let rows: VisualRow[] = [];
  const measure = async () => {
    rows = await measureVisualSet(folder, tools, tell);
  };
  const places = values.stages ? await profilePlaces(measure) : await measure();
  process.stdout.write(`${renderVisualSet(folder, rows)}\n\n`);
  if (places) process.stdout.write(`${renderPlaces(places, rows)}\n\n`);
  for (const row of rows) {
    falseAlarms += row.falseAlarms;
    pictures += row.pictures;
  }
}
process.stdout.write(`False alarms in ${pictures} pictures: ${falseAlarms}\n`);
if (falseAlarms > 0) process.exitCode = 1;
