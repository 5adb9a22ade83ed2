import { askToSend, sendBatch } from '../batches/send-batch.ts';
import { place } from '../readers/place.ts';
import { goTo } from '../routing/route.ts';
import { readFile } from './reading.ts';

/** Takes files in, however they came: one is read and shown, several become a batch. */
export async function acceptFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  if (files.length > 1) {
    // Whoever chose the device is asked before anything leaves it.
    if (place.value === 'device') askToSend(files);
    else await sendBatch(files);
    return;
  }
  goTo({ view: 'read' });
  await readFile(first, first.name);
}
