import { isOcrWebError, type ScanResult } from '@ocr-web/api/client';
import { signal } from '@preact/signals';
import { messages } from '../i18n/language.ts';
import { extras, noExtras } from '../readers/extras.ts';
import { openWebReader } from '../readers/load-web-reader.ts';
import type { PictureReader, Place, Progress, ReadFile } from '../readers/picture-reader.ts';
import { place } from '../readers/place.ts';
import { isForService, readOnDevice } from '../readers/read-on-device.ts';
import { readOnService } from '../readers/read-on-service.ts';
import { explainError } from '../session/explain-error.ts';
import { requireClient } from '../session/require-client.ts';
import { announce } from '../shell/announce.ts';

/** What the page does with the picture that it was given last. */
export type Reading =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly progress: Progress; readonly stop: () => void }
  | { readonly state: 'done'; readonly file: ReadFile }
  | { readonly state: 'failed'; readonly message: string; readonly wayOut: { readonly label: string; readonly run: () => void } };

export const reading = signal<Reading>({ state: 'idle' });

let running: AbortController | undefined;
const onDevice = readOnDevice(openWebReader, () => extras.value);

/** Reads a file and shows what comes of it. A file that is being read gives way. */
export async function readFile(file: Blob, name: string, where: Place = place.value): Promise<void> {
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
    const read = await chooseReader(where);
    if (!read) return show({ state: 'idle' });
    const onProgress = (progress: Progress) => show({ state: 'busy', progress, stop });
    const done = await read(file, name, { signal: controller.signal, onProgress });
    show({ state: 'done', file: done });
    announce(messages.value.read.done(done.result.documents.length));
  } catch (error) {
    if (!controller.signal.aborted) show(explainFailure(error, where, file, (next) => void readFile(file, name, next)));
  }
}

/** Shows what was read in frames of the camera, of which no picture is kept. */
export function showScanned(result: ScanResult): void {
  reading.value = { state: 'done', file: { name: messages.value.read.live, place: 'device', result, showPage: null, stored: null } };
}

export function forgetReading(): void {
  running?.abort();
  running = undefined;
  reading.value = { state: 'idle' };
}

async function chooseReader(where: Place): Promise<PictureReader | undefined> {
  if (where === 'device') return onDevice;
  const client = await requireClient();
  return client ? readOnService(client, extras.value) : undefined;
}

/** What the device cannot read, it does not send by itself: whoever chose it is asked. */
function explainFailure(error: unknown, where: Place, file: Blob, readIn: (where: Place) => void): Reading {
  const { print, read, retry } = messages.value;
  if (where === 'device' && isForService(error, file))
    return { state: 'failed', message: read.toService, wayOut: { label: read.readOnService, run: () => readIn('service') } };
  const isTooMuch = extras.value !== noExtras && isOcrWebError(error) && isRefusalOfExtras(error.code);
  const readZoneOnly = () => {
    extras.value = noExtras;
    readIn(where);
  };
  if (isTooMuch) return { state: 'failed', message: explainError(error), wayOut: { label: print.without, run: readZoneOnly } };
  return { state: 'failed', message: explainError(error), wayOut: { label: retry, run: () => readIn(where) } };
}

/**
 * A service that reads the zone only, or that for this token, says so when it is asked for more.
 */
function isRefusalOfExtras(code: string): boolean {
  return code === 'field.invalid' || (code === 'scope.missing' && extras.value.portrait);
}
