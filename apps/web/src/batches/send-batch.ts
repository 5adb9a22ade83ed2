import { signal } from '@preact/signals';
import { goTo } from '../routing/route.ts';
import { explainError } from '../session/explain-error.ts';
import { requireClient } from '../session/require-client.ts';

/** A batch on its way to the service, or why it did not get there. */
export type Sending = { readonly state: 'busy'; readonly files: number } | { readonly state: 'failed'; readonly message: string };

export const sending = signal<Sending | null>(null);

/** Files that may be sent once somebody has said so. */
export const toBeSent = signal<readonly File[] | null>(null);

export function askToSend(files: readonly File[]): void {
  toBeSent.value = files;
}

/** Sends files as one batch and goes to it. */
export async function sendBatch(files: readonly File[], reference?: string): Promise<void> {
  goTo({ view: 'batches' });
  const client = await requireClient();
  if (!client) return;
  sending.value = { state: 'busy', files: files.length };
  try {
    const { id } = await client.batches.create(files, { reference: reference || undefined });
    sending.value = null;
    goTo({ view: 'batch', id });
  } catch (error) {
    sending.value = { state: 'failed', message: explainError(error) };
  }
}
