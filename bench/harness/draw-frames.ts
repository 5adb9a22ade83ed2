import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const specimen = fileURLToPath(new URL('../../apps/server/assets/specimen-passport.png', import.meta.url));

/** Of a picture, pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/** As a camera at a counter takes pictures, and as phones do. */
export const pictureSizes = { frames: { width: 1280, height: 720 }, photographs: { width: 4032, height: 3024 } } as const;

/**
 * How the passport lies in each frame: its width in pixels where the frame is 1280 pixels wide, and
 * its angle in degrees. Every page stays inside the frame, and its print readable.
 */
const layouts = [
  { width: 960, angle: 0 },
  { width: 860, angle: 4 },
  { width: 820, angle: -7 },
  { width: 760, angle: 13 },
  { width: 700, angle: -21 },
  { width: 660, angle: 90 },
  { width: 900, angle: 180 },
  { width: 780, angle: 170 },
];

/**
 * Draws the specimen passport at several sizes and angles on a grainy table, as JPEG: frames have
 * 100 to 200 kB. Every run draws the same bytes.
 */
export function drawFrames(frame: PictureSize = pictureSizes.frames): Promise<Buffer[]> {
  return Promise.all(layouts.map(({ width, angle }, index) => drawFrame(frame, { width: (width * frame.width) / 1280, angle }, index)));
}

async function drawFrame(frame: PictureSize, { width, angle }: (typeof layouts)[number], index: number): Promise<Buffer> {
  const page = sharp(specimen).resize({ width: Math.round(Math.min(width, angle === 90 ? frame.height : width)) });
  const { data, info } = await sharp(await page.png().toBuffer())
    .rotate(angle, { background: '#00000000' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((frame.width - info.width) / 2);
  const top = Math.round((frame.height - info.height) / 2);
  return sharp(drawGrain(frame, index), { raw: { ...frame, channels: 3 } })
    .composite([{ input: data, left, top }])
    .jpeg({ quality: 86 })
    .toBuffer();
}

/**
 * Grey with grain. The numbers are Lehmer's with the multiplier of MINSTD (Park and Miller, 1988),
 * so that they are the same each time.
 */
function drawGrain(frame: PictureSize, index: number): Buffer {
  const pixels = Buffer.alloc(frame.width * frame.height * 3);
  let state = index + 1;
  for (let at = 0; at < pixels.length; at += 3) {
    state = (state * 48_271) % 2_147_483_647;
    pixels.fill(100 + (state % 24), at, at + 3);
  }
  return pixels;
}
