import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { writePdf } from '../../packages/reader-node/test/fixtures/draw/write-pdf.ts';

const specimen = fileURLToPath(new URL('../../apps/server/assets/specimen-passport.png', import.meta.url));
/** As phones take them. */
const width = 4032;
const height = 3024;

/**
 * The specimen passport on a grainy table, 12 million pixels, as JPEG, as one that is stored
 * turned, as a scanned page, and as HEIC where heif-enc is installed.
 */
export async function drawPhotograph(): Promise<Record<string, Buffer>> {
  const passport = await sharp(specimen).resize(2600).rotate(7, { background: '#8a7a66' }).png().toBuffer();
  const table = sharp({ create: { width, height, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 12 }, background: 'white' } });
  const photograph = await table
    .composite([{ input: passport, left: 600, top: 400 }])
    .png({ compressionLevel: 1 })
    .toBuffer();
  const jpeg = await sharp(photograph).jpeg({ quality: 85 }).toBuffer();
  const turned = await sharp(photograph).rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 85 }).toBuffer();
  const grey = await sharp(photograph).toColourspace('b-w').jpeg({ quality: 85 }).toBuffer();
  const page = { width: 842, height: 595, content: 'q 793 0 0 595 24 0 cm /Scan Do Q', scan: { jpeg: grey, width, height } };
  const heic = encodeHeic(await sharp(photograph).png({ palette: false, compressionLevel: 1 }).toBuffer());
  const pictures = { 'photograph.jpg': jpeg, 'turned.jpg': turned };
  return { ...pictures, 'photograph.pdf': writePdf([page], Buffer.alloc(0)), ...(heic ? { 'photograph.heic': heic } : {}) };
}

function encodeHeic(png: Buffer): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'heic-'));
  const [from, to] = [join(folder, 'in.png'), join(folder, 'out.heic')];
  try {
    execFileSync('sh', ['-c', `cat > ${from} && heif-enc -q 50 -p preset=ultrafast ${from} -o ${to}`], {
      input: png,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    return readFileSync(to);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
