/**
 * Draws the pictures of README and docs/page.md: the running page with the specimen, the page for
 * operators and the examples of the scanner, light and dark. `npm run build:page && node
 * scripts/draw/draw-screenshots.ts [--check]`.
 *
 * `--check` writes nothing and fails where a picture is not what the page looks like now. Fonts and
 * times differ from machine to machine, so it compares what is left of both at a small size.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { fixture, openTestPages, signIn } from '../../apps/web/test/open-test-page.ts';

const folder = join(import.meta.dirname, '../../docs/images');
const size = { width: 1280, height: 860 };
const looks = ['light', 'dark'] as const;
/** To this width both are brought before they are compared, pixels. */
const comparedWidth = 80;
/** Mean difference of a channel that fonts and figures make, of 255. */
const maxDifference = 6;
const isCheck = process.argv.includes('--check');

const pages = await openTestPages();
try {
  for (const colorScheme of looks) {
    const page = await pages.open('/', { viewport: size, colorScheme });
    await signIn(page);
    await page.getByRole('button', { name: 'Try a specimen' }).click();
    await page.locator('.viewer-page img').waitFor();
    await page.locator('[data-field=number]').hover();
    await draw(page, `page-${colorScheme}`);
  }
  await fillService();
  for (const colorScheme of looks) {
    const page = await pages.open('/admin', { viewport: size, colorScheme });
    await signIn(page);
    await page.locator('.chart canvas').first().waitFor();
    await draw(page, `page-admin-${colorScheme}`);
  }
  for (const colorScheme of looks) {
    const page = await pages.open('/scanner', { viewport: size, colorScheme });
    await page.locator('#playground mrz-scanner').waitFor();
    await draw(page, `page-scanner-${colorScheme}`);
  }
} finally {
  await pages.close();
}

/** So that an operator has something to look at. */
async function fillService(): Promise<void> {
  const page = await pages.open('/', { viewport: size });
  await signIn(page);
  const names = ['passport.jpg', 'card.png', 'scan.pdf', 'pages.tiff', 'card.heic', 'README.md'];
  await page.getByLabel('Choose files').setInputFiles(names.map(fixture));
  await page.getByText('6 of 6 done').waitFor();
}

/** Writes what the window shows as WebP, or compares it with what is written. */
async function draw(page: Page, name: string): Promise<void> {
  // The picture of the page itself has its own time to be decoded and painted.
  await page.evaluate(() => Promise.all(Array.from(document.images, (image) => image.decode())));
  const png = await page.screenshot({ animations: 'disabled' });
  const path = join(folder, `${name}.webp`);
  if (isCheck) return await compare(png, path);
  const { size: bytes } = await sharp(png).webp({ quality: 82, effort: 6 }).toFile(path);
  console.log(`${path} ${bytes} bytes`);
}

async function compare(png: Buffer, path: string): Promise<void> {
  const [now, written] = await Promise.all([shrink(png), shrink(path)]);
  const sum = now.reduce((total, value, index) => total + Math.abs(value - (written[index] ?? 0)), 0);
  const difference = now.length === written.length ? sum / now.length : 255;
  console.log(`${path} differs by ${difference.toFixed(2)}`);
  if (difference <= maxDifference) return;
  console.error(`${path} is not what the page looks like: run node scripts/draw/draw-screenshots.ts.`);
  process.exitCode = 1;
}

async function shrink(picture: Buffer | string): Promise<Buffer> {
  return await sharp(picture).removeAlpha().resize({ width: comparedWidth }).raw().toBuffer();
}
