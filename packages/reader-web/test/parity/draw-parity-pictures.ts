import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';

const smoke = fileURLToPath(new URL('../../../../bench/smoke/pictures/', import.meta.url));

type Variant = { readonly name: string; readonly draw: (picture: Sharp) => Sharp };

/** How browsers get pictures: kinds of file, turned by EXIF, with transparency, large and small. */
const variants: readonly Variant[] = [
  { name: 'half.jpg', draw: (picture) => picture.resize({ width: 1000 }).jpeg({ quality: 70 }) },
  { name: 'progressive.jpg', draw: (picture) => picture.jpeg({ quality: 85, progressive: true, chromaSubsampling: '4:4:4' }) },
  { name: 'turned.jpg', draw: (picture) => picture.withMetadata({ orientation: 6 }).jpeg({ quality: 90 }) },
  { name: 'mirrored.jpg', draw: (picture) => picture.withMetadata({ orientation: 5 }).jpeg({ quality: 90 }) },
  { name: 'lossless.png', draw: (picture) => picture.rotate(7, { background: '#8a7a66' }).png({ compressionLevel: 1 }) },
  { name: 'transparent.png', draw: (picture) => picture.rotate(-20, { background: '#00000000' }).png({ compressionLevel: 1 }) },
  { name: 'grey.png', draw: (picture) => picture.toColourspace('b-w').png({ compressionLevel: 1 }) },
  { name: 'lossy.webp', draw: (picture) => picture.webp({ quality: 80, effort: 1 }) },
  { name: 'turned.webp', draw: (picture) => picture.withMetadata({ orientation: 8 }).webp({ quality: 90, effort: 1 }) },
  { name: 'turned.png', draw: (picture) => picture.withMetadata({ orientation: 3 }).png({ compressionLevel: 1 }) },
  { name: 'palette.gif', draw: (picture) => picture.resize({ width: 1200 }).gif({ effort: 1 }) },
  { name: 'lossy.avif', draw: (picture) => picture.resize({ width: 1200 }).avif({ quality: 60, effort: 0 }) },
];

/**
 * Drawn pictures of bench/smoke, each in one or a few of the variants. Every run draws the same
 * bytes.
 */
export async function drawParityPictures(count: number): Promise<Map<string, Buffer>> {
  const originals = globSync(`${smoke}*.jpg`).sort();
  const drawn = Array.from({ length: count }, async (_, index) => {
    const file = originals[index % originals.length]!;
    const { name, draw } = variants[index % variants.length]!;
    return [`${basename(file, '.jpg')}-${name}`, await draw(sharp(readFileSync(file))).toBuffer()] as const;
  });
  return new Map(await Promise.all(drawn));
}
