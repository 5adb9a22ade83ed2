/**
 * Draws packages/reader-node/test/fixtures/portrait/passport.jpg: the specimen of the service with
 * a drawn face in the place of its silhouette, a ghost and a scrawl. `node
 * scripts/draw/draw-portrait-passport.ts`.
 */
import sharp from 'sharp';
import { drawDocument } from '../../packages/reader/test/portrait/draw-document.ts';

const specimen = new URL('../../apps/server/assets/specimen-passport.png', import.meta.url).pathname;
/** The silhouette's place in the specimen, pixels. */
const place = { left: 71, top: 142, width: 401, height: 542 };
const ghost = { left: 1250, top: 250, width: 150 };

const drawn = (width: number, height: number, portrait: { left: number; top: number; width: number; pale?: number }) => {
  const { data } = drawDocument(width, height, [portrait]);
  return sharp(Buffer.from(data), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
};
const scrawlOn = { width: 300, height: 90 };
const scrawl = drawDocument(scrawlOn.width, scrawlOn.height, [], { x: 30, y: 45 });
const picture = await sharp(specimen)
  .composite([
    { input: await drawn(place.width, place.height, { left: 0, top: 13, width: place.width - 1 }), left: place.left, top: place.top },
    { input: await drawn(ghost.width, 193, { left: 0, top: 0, width: ghost.width - 1, pale: 0.6 }), left: ghost.left, top: ghost.top },
    {
      input: await sharp(Buffer.from(scrawl.data), { raw: { ...scrawlOn, channels: 1 } })
        .resize(450)
        .png()
        .toBuffer(),
      left: 900,
      top: 695,
      blend: 'multiply',
    },
  ])
  .png()
  .toBuffer();
await sharp(picture)
  .resize(1100)
  .jpeg({ quality: 82 })
  .toFile(new URL('../../packages/reader-node/test/fixtures/portrait/passport.jpg', import.meta.url).pathname);
