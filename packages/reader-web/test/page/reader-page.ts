import { isEngineError, type Reading } from '@ocr-web/reader';
import { type LoadProgress, openWebReader, type WebReader } from '../../src/index.ts';
import type { FileOutcome } from '../browser/reader-page-api.ts';

const progress: LoadProgress[] = [];
let reader: Promise<WebReader> | undefined;
const open = () => {
  reader ??= openWebReader({ onProgress: (one) => void progress.push(one) });
  return reader;
};

async function outcomeOf(work: () => Promise<Reading>): Promise<FileOutcome> {
  try {
    return { reading: await work() };
  } catch (error) {
    if (isEngineError(error)) return { code: error.code, message: error.message };
    return { code: error instanceof Error ? error.name : 'unknown', message: String(error) };
  }
}

globalThis.readerPage = {
  readFiles: async (names, extras = {}) => {
    const outcomes: FileOutcome[] = [];
    for (const name of names) {
      const file = await (await fetch(`/files/${encodeURIComponent(name)}`)).blob();
      outcomes.push(await outcomeOf(async () => (await open()).readPicture(file, extras)));
    }
    return outcomes;
  },
  abortThenRead: async (name, afterMs) => {
    const file = await (await fetch(`/files/${name}`)).blob();
    const { readPicture } = await open();
    const given = await outcomeOf(() => readPicture(file, { signal: AbortSignal.timeout(afterMs) }));
    return [given, await outcomeOf(() => readPicture(file))];
  },
  readFrames: async (name) => {
    const file = await (await fetch(`/files/${name}`)).blob();
    const { readFrame, combineFrames } = await open();
    const first = await readFrame(await createImageBitmap(file), { passes: 'coarse' });
    const expectedAt = first.detected.map(({ quad }) => quad);
    const second = await readFrame(await createImageBitmap(file), { passes: 'coarse', expectedAt });
    const combined = await combineFrames([first, second].flatMap(({ detected }) => detected.map(({ logits }) => logits)));
    return { first: first.zones, second: second.zones, combined };
  },
  progress: () => progress,
};
