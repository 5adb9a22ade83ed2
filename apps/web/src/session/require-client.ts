import type { Client } from '@ocr-web/api/client';
import { signal } from '@preact/signals';
import { client } from './session.ts';

/** Whoever waits for somebody to sign in; null while nobody does. */
export const pendingSignIn = signal<{ readonly isRenewal: boolean; readonly end: () => void } | null>(null);

/**
 * Returns the service, after asking for a token where nobody has signed in.
 *
 * @returns null when the person does not want to
 */
export async function requireClient(isRenewal = false): Promise<Client | null> {
  if (client.value) return client.value;
  if (!pendingSignIn.value) {
    const asked = Promise.withResolvers<void>();
    pendingSignIn.value = { isRenewal, end: asked.resolve };
    await asked.promise;
    pendingSignIn.value = null;
  }
  return client.value;
}
