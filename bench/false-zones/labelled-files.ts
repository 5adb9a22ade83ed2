import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SetLabel } from '../sweep/set-label.ts';

/** Pictures to be read one after the other. */
export interface PictureFiles {
  readonly name: string;
  readonly files: readonly { readonly path: string /** What it shows. */; readonly kind: string; readonly hasZone: boolean }[];
}

/** The pictures of a set that training/make_bench_set.py drew. */
export function labelledFiles(folder: string): PictureFiles {
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as SetLabel[];
  const files = labels.map(({ file, mrz, difficulty }) => ({ path: join(folder, file), kind: difficulty, hasZone: mrz !== null }));
  return { name: basename(folder), files };
}
