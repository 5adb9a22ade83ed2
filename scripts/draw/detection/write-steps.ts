import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { DetectionStep } from './detection-step.ts';

/** Small drawings are enlarged to about this width, pixels. */
const minWidth = 1000;

/**
 * Writes each step as a PNG file, and an index.html that shows them in order.
 *
 * @returns the names of the files, index.html last
 */
export async function writeSteps(steps: readonly DetectionStep[], folder: string): Promise<string[]> {
  // The reader's decoder has blocked every loader but those of its own files; these shapes are
  // ours.
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  const files: string[] = [];
  for (const [index, step] of steps.entries()) {
    const file = `page-${step.page + 1}-${String(index + 1).padStart(2, '0')}-${step.name}.png`;
    writeFileSync(join(folder, file), await drawStep(step));
    files.push(file);
  }
  const figures = steps.map(
    ({ caption }, index) => `<figure><figcaption>${files[index]}: ${caption}</figcaption><img src="${files[index]}"></figure>`,
  );
  const style = 'body{font:14px sans-serif;margin:2em}figure{margin:0 0 2em}img{max-width:100%;border:1px solid #ccc}';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>What the detector saw</title><style>${style}</style>\n${figures.join('\n')}\n`,
  );
  return [...files, 'index.html'];
}

async function drawStep(step: DetectionStep): Promise<Buffer> {
  const { width, height } = step.grey;
  const zoom = Math.max(1, Math.round(minWidth / width));
  const size = { width: width * zoom, height: height * zoom };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}">${step.shapes}</svg>`;
  const enlarged = await sharp(colourPixels(step), { raw: { width, height, channels: 3 } })
    .resize({ ...size, kernel: 'nearest' })
    .png()
    .toBuffer();
  return sharp(enlarged)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
}

/** The grey pixels, tinted red where a cell is probable. */
function colourPixels({ grey, heat }: DetectionStep): Uint8Array {
  const pixels = new Uint8Array(grey.width * grey.height * 3);
  for (let y = 0, at = 0; y < grey.height; y++) {
    for (let x = 0; x < grey.width; x++, at++) {
      const value = grey.data[at]!;
      const tint = heat ? 0.7 * heat.probability[(y >> 2) * heat.width + (x >> 2)]! : 0;
      pixels[3 * at] = value + (255 - value) * tint;
      pixels[3 * at + 1] = value * (1 - tint);
      pixels[3 * at + 2] = value * (1 - tint);
    }
  }
  return pixels;
}
