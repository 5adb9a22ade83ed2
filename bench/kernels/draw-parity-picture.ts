import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { documents, drawFrame } from '../../packages/scanner/test/clips/draw-frame.ts';
import { seedChance } from '../hints/seed-chance.ts';

const smoke = globSync('*.jpg', { cwd: join(import.meta.dirname, '../smoke/pictures') }).sort();
const papers = Object.keys(documents) as (keyof typeof documents)[];

/**
 * Draws a picture; the same number always gives the same one. Every other one is a picture of
 * bench/smoke in another size and light, the rest documents held in front of a camera.
 */
export async function drawParityPicture(index: number): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const chance = seedChance(20_261_129 + index);
  const between = (from: number, to: number) => from + (to - from) * chance();
  if (index % 2 === 0) {
    const file = smoke[(index / 2) % smoke.length]!;
    return { name: `${index} ${basename(file)}`, bytes: await spoil(file, between) };
  }
  const document = papers[((index - 1) / 2) % papers.length]!;
  const pose = {
    document,
    width: between(420, 900),
    angle: between(-25, 25) + (index % 10 === 5 ? 180 : 0),
    offset: [between(-60, 60), between(-20, 20)] as const,
    blur: sharpOr(between(-2, 2.5)),
    light: between(0.2, 1),
  };
  return { name: `${index} ${document}`, bytes: await drawFrame(pose, Math.round(between(45, 95))) };
}

async function spoil(file: string, between: (from: number, to: number) => number): Promise<Buffer> {
  const bytes = readFileSync(join(import.meta.dirname, '../smoke/pictures', file));
  const { width = 1 } = await sharp(bytes).metadata();
  const light = between(0.3, 1.1);
  const picture = sharp(bytes)
    .resize({ width: Math.round(width * between(0.35, 1)) })
    .rotate(between(-15, 15), { background: '#8a7a66' })
    .linear(light, between(0, 20));
  const blur = sharpOr(between(-1.5, 1.5));
  if (blur > 0) picture.blur(blur);
  return await picture.jpeg({ quality: Math.round(between(40, 95)) }).toBuffer();
}

/** Less blur than can be drawn is none. */
function sharpOr(blur: number): number {
  return blur < 0.3 ? 0 : blur;
}
