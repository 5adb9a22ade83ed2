import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { SetLabel } from '../sweep/set-label.ts';

/** Pictures of which a reader finds about the same in each. */
export type PictureKind = { readonly kind: string; readonly pictures: readonly Buffer[] };

const kinds = [
  { kind: 'with a zone', set: 'normal', holds: () => true },
  { kind: 'without one', set: 'negatives', holds: (difficulty: string) => difficulty === 'pages and textures' },
  { kind: 'slips, listings, tickets, letters', set: 'negatives', holds: (difficulty: string) => difficulty !== 'pages and textures' },
];
const frame = { width: 1280, height: 720 };
const picturesOfAKind = 60;

/**
 * JPEG pictures of 1280 x 720 pixels as a camera's stream has them, laid into the frame: with a
 * zone, without one, and what comes near to a zone, which is looked at more than once.
 *
 * @param sets folder with the sets `normal` and `negatives` of training/make_bench_set.py
 * @throws Error when a set lacks one of the kinds
 */
export function drawKinds(sets: string): Promise<PictureKind[]> {
  return Promise.all(kinds.map(async ({ kind, set, holds }) => ({ kind, pictures: await drawFrames(join(sets, set), holds) })));
}

function drawFrames(folder: string, holds: (difficulty: string) => boolean): Promise<Buffer[]> {
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as SetLabel[];
  const wanted = labels.filter(({ difficulty }) => holds(difficulty));
  if (wanted.length === 0)
    throw new Error(`${folder} lacks one kind of pictures. Draw the set anew in training/: .venv/bin/python make_bench_set.py --help`);
  return Promise.all(
    wanted.slice(0, picturesOfAKind).map(({ file }) =>
      sharp(join(folder, file))
        .resize({ ...frame, fit: 'contain', background: '#808080' })
        .jpeg({ quality: 85 })
        .toBuffer(),
    ),
  );
}
