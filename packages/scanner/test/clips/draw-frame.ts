import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const fixture = (name: string) => fileURLToPath(new URL(`../../../reader-node/test/fixtures/${name}`, import.meta.url));

/** Documents that are held in front of the camera; the last two have no zone that can be read. */
export const documents = {
  specimen: fileURLToPath(new URL('../../../../apps/server/assets/specimen-passport.png', import.meta.url)),
  passport: fixture('passport.jpg'),
  card: fixture('card.png'),
  permit: fixture('card.webp'),
  paper: fileURLToPath(new URL('../../../../bench/smoke/pictures/negative-00001.jpg', import.meta.url)),
  screen: fileURLToPath(new URL('../../../../bench/smoke/pictures/negative-00005.jpg', import.meta.url)),
} as const;

export type Pose = {
  /** None shows the table only. */
  readonly document?: keyof typeof documents;
  /** Its longer side, pixels. */
  readonly width?: number;
  /** Clockwise, degrees. */
  readonly angle?: number;
  /** From the middle of the frame, pixels. */
  readonly offset?: readonly [number, number];
  /** Spread of the lens' blur, pixels; 0 is sharp. */
  readonly blur?: number;
  /** Diameter of a reflection over the zone, pixels. */
  readonly glare?: number;
  /** Share of the light, 0 to 1. */
  readonly light?: number;
};

const frameSize = { width: 1280, height: 720 };

/** Draws what a camera sees, as JPEG. The same pose always gives the same bytes. */
export async function drawFrame(pose: Pose, quality = 88): Promise<Buffer> {
  const { document, blur = 0, light = 1 } = pose;
  const layers = document ? [await drawDocument(document, pose)] : [];
  const scene = await sharp(drawGrain(), { raw: { ...frameSize, channels: 3 } })
    .composite(layers)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const seen = sharp(scene).linear(light, 0);
  if (blur > 0) seen.blur(blur);
  return await seen.jpeg({ quality }).toBuffer();
}

async function drawDocument(document: keyof typeof documents, { width = 900, angle = 0, offset = [0, 0], glare = 0 }: Pose) {
  const page = await sharp(documents[document])
    .autoOrient()
    .resize({ width: Math.round(width), height: Math.round(width), fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const spot = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.info.width}" height="${page.info.height}">
    <defs><radialGradient id="g"><stop offset="0.5" stop-color="white"/><stop offset="1" stop-color="white" stop-opacity="0"/></radialGradient></defs>
    <circle cx="${page.info.width * 0.55}" cy="${page.info.height * 0.88}" r="${glare / 2}" fill="url(#g)"/></svg>`;
  const lit = glare > 0 ? sharp(page.data).composite([{ input: Buffer.from(spot) }]) : sharp(page.data);
  const turned = await sharp(await lit.png().toBuffer())
    .rotate(angle, { background: '#00000000' })
    .png()
    .toBuffer({ resolveWithObject: true });
  return await cropToFrame(turned.data, turned.info, offset);
}

/** The part of a layer that lies inside the frame, since layers may not be larger. */
async function cropToFrame(input: Buffer, { width, height }: { width: number; height: number }, [right, down]: readonly [number, number]) {
  const left = Math.round((frameSize.width - width) / 2 + right);
  const top = Math.round((frameSize.height - height) / 2 + down);
  const crop = { left: Math.max(0, -left), top: Math.max(0, -top) };
  const size = {
    width: Math.min(width - crop.left, frameSize.width - Math.max(0, left)),
    height: Math.min(height - crop.top, frameSize.height - Math.max(0, top)),
  };
  const part = await sharp(input)
    .extract({ ...crop, ...size })
    .png()
    .toBuffer();
  return { input: part, left: Math.max(0, left), top: Math.max(0, top) };
}

/**
 * A grey table with grain, the same each time: Lehmer's numbers with the multiplier of MINSTD (Park
 * and Miller, 1988).
 */
function drawGrain(): Buffer {
  const pixels = Buffer.alloc(frameSize.width * frameSize.height * 3);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 3) {
    state = (state * 48_271) % 2_147_483_647;
    pixels.fill(100 + (state % 24), at, at + 3);
  }
  return pixels;
}
