import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@ocr-web/api/client';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'packages/reader-node/test/fixtures');
const single = ['passport.jpg', 'card.png', 'scan.pdf'];
/** The last one is no picture: a batch with a file that was refused. */
const together = ['card.heic', 'pages.tiff', 'text.pdf', 'README.md'];

/**
 * Sends drawn specimens to a service: single ones and a batch. Each goes under a key of its own, so
 * that sending them again makes no second ones.
 */
export async function seedSpecimens(client: Client): Promise<void> {
  for (const name of single) {
    const options = { reference: `specimen ${name}`, idempotencyKey: `specimen-${name}` };
    await client.scans.create(await openAsBlob(join(fixtures, name)), options);
  }
  const files = await Promise.all(together.map(async (name) => ({ name, file: await openAsBlob(join(fixtures, name)) })));
  await client.batches.create(files, { reference: 'specimens', idempotencyKey: 'specimens' });
}
