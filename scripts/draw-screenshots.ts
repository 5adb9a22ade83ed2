/**
 * Draws the pictures of the README: the running page with the specimen, light and dark, and the
 * page for operators. `npm run build:page && node scripts/draw-screenshots.ts`.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { fixture, openTestPages, signIn } from '../apps/web/test/open-test-page.ts';

const folder = join(import.meta.dirname, '../docs/images');
const size = { width: 1280, height: 860 };

const pages = await openTestPages();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await pages.open('/', { viewport: size, colorScheme });
    await signIn(page);
    await page.getByRole('button', { name: 'Try a specimen' }).click();
    await page.locator('.viewer-page img').waitFor();
    await page.locator('[data-field=number]').hover();
    await draw(page, `page-${colorScheme}`);
  }
  await drawOperation();
} finally {
  await pages.close();
}

async function drawOperation(): Promise<void> {
  const page = await pages.open('/', { viewport: size });
  await signIn(page);
  const names = ['passport.jpg', 'card.png', 'scan.pdf', 'pages.tiff', 'card.heic', 'README.md'];
  await page.getByLabel('Choose files').setInputFiles(names.map(fixture));
  await page.getByText('6 of 6 done').waitFor();
  await page.goto(`${pages.url}/admin`);
  await signIn(page);
  await page.locator('.chart canvas').first().waitFor();
  await draw(page, 'page-admin');
}

/** Writes what the window shows as WebP. */
async function draw(page: Page, name: string): Promise<void> {
  // The picture of the page itself has its own time to be decoded and painted.
  await page.evaluate(() => Promise.all(Array.from(document.images, (image) => image.decode())));
  const png = await page.screenshot({ animations: 'disabled' });
  const path = join(folder, `${name}.webp`);
  const { size: bytes } = await sharp(png).webp({ quality: 82, effort: 6 }).toFile(path);
  console.log(`${path} ${bytes} bytes`);
}
