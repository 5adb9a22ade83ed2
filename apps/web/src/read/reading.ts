import { signal } from '@preact/signals';
import { messages } from '../i18n/language.ts';
import type { PictureReader, Progress, ReadFile } from '../readers/picture-reader.ts';
import { readOnService } from '../readers/read-on-service.ts';
import { explainError } from '../session/explain-error.ts';
import { requireClient } from '../session/require-client.ts';
import { announce } from '../shell/announce.ts';

/** What the page does with the picture that it was given last. */
export type Reading =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly progress: Progress; readonly stop: () => void }
  | { readonly state: 'done'; readonly file: ReadFile }
  | { readonly state: 'failed'; readonly message: string; readonly retry: () => void };

export const reading = signal<Reading>({ state: 'idle' });

let running: AbortController | undefined;

/** Reads a file and shows what comes of it. A file that is being read gives way. */
export async function readFile(file: Blob, name: string): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const show = (next: Reading) => {
    if (running === controller) reading.value = next;
  };
  const stop = () => {
    controller.abort();
    show({ state: 'idle' });
  };
  try {
    const read = await chooseReader();
    if (!read) return;
    const onProgress = (progress: Progress) => show({ state: 'busy', progress, stop });
    const done = await read(file, name, { signal: controller.signal, onProgress });
    show({ state: 'done', file: done });
    announce(messages.value.read.done(done.result.documents.length));
  } catch (error) {
    if (controller.signal.aborted) return;
    show({ state: 'failed', message: explainError(error), retry: () => void readFile(file, name) });
  }
}

export function forgetReading(): void {
  running?.abort();
  running = undefined;
  reading.value = { state: 'idle' };
}

async function chooseReader(): Promise<PictureReader | undefined> {
  const client = await requireClient();
  return client ? readOnService(client) : undefined;
}
