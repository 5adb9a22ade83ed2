/**
 * Whether pictures are read as well turned as upright: `node bench/rotation.ts [--pictures FOLDER]
 * [--labels FILE] [--difficulty easy] [--limit N]`.
 *
 * Turns every picture of a labelled set in memory, every 15 degrees, on grey ground and without
 * cutting anything off, and reads it. Prints a row for each angle and fails when one lies more than
 * two points under upright. What is measured is the set's: nothing is kept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadModels } from '@ocr-web/reader-node/in-process';
import sharp from 'sharp';
import { percent } from './page/percent.ts';
import { renderTable } from './page/render-table.ts';
import { measurePictures } from './reader/measure-pictures.ts';
import { summarise } from './reader/summarise.ts';
import type { SetLabel } from './sweep/set-label.ts';

const { values: options } = parseArgs({
  options: {
    pictures: { type: 'string', default: join(import.meta.dirname, 'sets/normal') },
    labels: { type: 'string' },
    difficulty: { type: 'string' },
    limit: { type: 'string', default: '100' },
  },
});
const toleratedPoints = 2;
const angles = Array.from({ length: 24 }, (_, index) => index * 15);

const all = JSON.parse(readFileSync(options.labels ?? join(options.pictures, 'labels.json'), 'utf8')) as SetLabel[];
const wanted = all
  .filter(({ mrz, difficulty }) => mrz !== null && (options.difficulty === undefined || difficulty === options.difficulty))
  .slice(0, Number(options.limit));
const canBeTurned = await Promise.all(wanted.map(({ file }) => isOpened(join(options.pictures, file))));
const labels = wanted.filter((_, index) => canBeTurned[index]);
const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };

const rows: { angle: number; exact: number; sure: number; sureAndWrong: number }[] = [];
for (const angle of angles) {
  const measured = [];
  for (const { file, mrz, format } of labels) {
    const bytes = await turn(join(options.pictures, file), angle);
    measured.push(...(await measurePictures([{ file, mrz, format, bytes }], tools, 1)));
  }
  const { exact, sure, sureAndWrong } = summarise(measured);
  rows.push({ angle, exact, sure, sureAndWrong });
}

const cells = rows.map((row) => [
  `${row.angle}`,
  percent(row.exact, labels.length),
  percent(row.sure, labels.length),
  `${row.sureAndWrong}`,
]);
process.stdout.write(
  `${labels.length} pictures\n${renderTable(['rotation, degrees', 'every character right', 'sure', 'sure and wrong'], cells)}\n`,
);
const least = (rows[0]?.exact ?? 0) - (toleratedPoints / 100) * labels.length;
const worse = rows.filter(({ exact }) => exact < least);
if (worse.length > 0) {
  process.stdout.write(`More than ${toleratedPoints} points under upright: ${worse.map(({ angle }) => `${angle}°`).join(', ')}\n`);
  process.exitCode = 1;
}

async function isOpened(file: string): Promise<boolean> {
  return await sharp(file)
    .metadata()
    .then(
      () => true,
      () => false,
    );
}

/** The picture as it is looked at, turned clockwise; what comes into view beside it is grey. */
async function turn(file: string, angle: number): Promise<Buffer> {
  const upright = await sharp(file, { failOn: 'none' })
    .autoOrient()
    .flatten({ background: 'white' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(upright).rotate(angle, { background: '#808080' }).jpeg({ quality: 92 }).toBuffer();
}
