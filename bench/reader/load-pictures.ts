import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledPicture } from './labelled-picture.ts';

/** Reads a labels file ([{ file, mrz, format, … }]) and its pictures into memory. */
export function loadPictures(folder: string, labelsFile: string): LabelledPicture[] {
  if (!existsSync(labelsFile)) {
    throw new Error(
      `There is no ${labelsFile}. Draw the set first, in training/: .venv/bin/python make_bench_set.py --out ../bench/sets/normal --count 200 --seed 1`,
    );
  }
  const labels = JSON.parse(readFileSync(labelsFile, 'utf8')) as Pick<LabelledPicture, 'file' | 'mrz' | 'format'>[];
  return labels.map(({ file, mrz, format }) => ({ file, mrz, format, bytes: readFileSync(join(folder, file)) }));
}
