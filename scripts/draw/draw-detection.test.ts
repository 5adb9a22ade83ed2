import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { recordDetection } from './detection/record-detection.ts';
import { writeSteps } from './detection/write-steps.ts';

const specimen = join(import.meta.dirname, '../../packages/reader-node/test/fixtures/card.png');

it('draws what each stage made of a specimen, in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'draw-detection-'));
  try {
    const steps = await recordDetection(new Uint8Array(readFileSync(specimen)));
    const files = await writeSteps(steps, folder);
    expect(files).toEqual([
      'page-1-01-pass.png',
      'page-1-02-candidates.png',
      'page-1-03-lines.png',
      'page-1-04-zones.png',
      'page-1-05-strips.png',
      'index.html',
    ]);
    expect(readdirSync(folder).sort()).toEqual(files.toSorted());
    const index = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(Array.from(index.matchAll(/<img src="([^"]+)"/g), ([, file]) => file)).toEqual(files.slice(0, -1));
    const [, , lines] = steps;
    expect(lines?.caption).toMatch(/: 3 lines$/);
    // Three lines, each with its centreline and the rims of its glyphs.
    expect(lines?.shapes.match(/<polyline/g)).toHaveLength(9);
    const { width, height } = await sharp(join(folder, 'page-1-03-lines.png')).metadata();
    expect([width, height]).toEqual([lines!.grey.width * 2, lines!.grey.height * 2]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
