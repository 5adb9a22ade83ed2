import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import sharp from 'sharp';
import { writeBmp } from '../../../packages/reader-node/test/fixtures/draw/write-bmp.ts';
import { writePdf } from '../../../packages/reader-node/test/fixtures/draw/write-pdf.ts';
import type { DecodedKind } from './decoded-kinds.ts';

export type Specimen = { readonly kind: DecodedKind; readonly bytes: Buffer };

const fixtures = new URL('../../../packages/reader-node/test/fixtures/', import.meta.url);
const kindOf: Readonly<Record<string, DecodedKind>> = {
  '.jpg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.gif': 'gif',
  '.bmp': 'bmp',
  '.tiff': 'tiff',
  '.heic': 'heic',
  '.avif': 'avif',
  '.pdf': 'pdf',
};
const size = { width: 192, height: 128 };

/**
 * Draws small files of every kind in the variants that its decoder treats differently, so that an
 * input costs milliseconds; and takes the drawn documents of the tests.
 */
export async function drawSpecimens(): Promise<{ readonly small: readonly Specimen[]; readonly documents: readonly Specimen[] }> {
  const documents = readdirSync(fixtures).flatMap((name) => {
    const kind = kindOf[extname(name)];
    return kind ? [{ kind, bytes: readFileSync(new URL(name, fixtures)) }] : [];
  });
  const drawn: readonly (readonly [DecodedKind, Promise<Buffer>])[] = [
    ['jpeg', draw(3).jpeg({ quality: 60 }).toBuffer()],
    ['jpeg', draw(3).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer()],
    ['jpeg', draw(1).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ['jpeg', draw(4).toColourspace('cmyk').jpeg().toBuffer()],
    ['png', draw(3).png().toBuffer()],
    ['png', draw(4).png({ progressive: true }).toBuffer()],
    ['png', draw(3).png({ palette: true, colours: 16 }).toBuffer()],
    ['png', draw(1).toColourspace('grey16').png().toBuffer()],
    ['webp', draw(3).webp({ quality: 40 }).toBuffer()],
    ['webp', draw(4).webp({ lossless: true }).toBuffer()],
    [
      'webp',
      animate()
        .webp({ delay: [100, 100] })
        .toBuffer(),
    ],
    ['gif', draw(3).gif({ colours: 8 }).toBuffer()],
    [
      'gif',
      animate()
        .gif({ delay: [100, 100] })
        .toBuffer(),
    ],
    ['tiff', draw(3).tiff({ compression: 'none' }).toBuffer()],
    ['tiff', draw(3).tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer()],
    ['tiff', draw(3).tiff({ compression: 'jpeg', tile: true, tileWidth: 64, tileHeight: 64 }).toBuffer()],
    ['tiff', draw(1).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()],
    ['tiff', animate().tiff({ compression: 'deflate', pyramid: false }).toBuffer()],
    ['avif', draw(3).avif({ quality: 40, effort: 1 }).toBuffer()],
    ['avif', draw(4).avif({ lossless: true, effort: 1 }).toBuffer()],
    ['bmp', Promise.resolve(writeBmp(pixels(1), size.width, size.height))],
    ['pdf', drawPdf()],
  ];
  const small = await Promise.all(drawn.map(async ([kind, bytes]) => ({ kind, bytes: await bytes })));
  return { small, documents };
}

/** Lines of dark marks on a light ground: something for the detector to look at. */
function pixels(channels: number): Buffer {
  const data = Buffer.alloc(size.width * size.height * channels);
  for (let index = 0; index < data.length; index++) {
    const pixel = Math.floor(index / channels);
    const [x, y] = [pixel % size.width, Math.floor(pixel / size.width)];
    const isMark = y % 16 < 8 && y > 60 && (x * 7 + (x >> 3) * 13) % 11 < 5;
    data[index] = isMark ? 30 + (index % channels) * 9 : 200 + ((x * y) % 31);
  }
  return data;
}

const draw = (channels: 1 | 3 | 4) => sharp(pixels(channels), { raw: { ...size, channels } });

function animate() {
  const frames = Buffer.concat([pixels(3), pixels(3)]);
  return sharp(frames, { raw: { width: size.width, height: 2 * size.height, channels: 3, pageHeight: size.height } });
}

async function drawPdf(): Promise<Buffer> {
  const jpeg = await draw(1).jpeg().toBuffer();
  const content = 'q 180 0 0 120 10 10 cm /Scan Do Q 0.2 g 20 150 90 12 re f';
  return writePdf([{ width: 200, height: 200, content, scan: { jpeg, ...size } }], Buffer.alloc(64));
}
