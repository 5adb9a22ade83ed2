import { EngineError, type EngineErrorCode, isEngineError } from '@ocr-web/reader';
import { createScratch, interpretFrames, readPicture } from '@ocr-web/reader/engine';
import { createPictureDecoder } from '../decode/create-picture-decoder.ts';
import { createBitmapRowReader } from '../decode/read-bitmap-rows.ts';
import { loadModels } from '../runtime/load-models.ts';
import { drawWarmUpFrame } from './draw-warm-up-frame.ts';
import { readFrame } from './read-frame.ts';
import { createWarmUp } from './warm-up.ts';
import type { FromWorker, ReaderTask, TaskResults, ToWorker } from './worker-messages.ts';

// The program of the worker: it loads the models, then works off one task after the other.

/** What the service takes as well, unless it is set up otherwise. */
const limits = { maxBytes: 20 * 2 ** 20, maxPixels: 100_000_000 };

type Handle = (task: ReaderTask, signal: AbortSignal) => Promise<TaskResults[keyof TaskResults]>;

async function prepare(): Promise<Handle> {
  const loaded = await loadModels((progress) => send({ kind: 'progress', ...progress }));
  const readRows = createBitmapRowReader();
  const tools = { ...loaded, scratch: createScratch(), readRows, decodePicture: createPictureDecoder(limits, readRows) };
  return async (task, signal) => {
    const { today } = task;
    switch (task.kind) {
      case 'picture':
        return await readPicture(await readBytes(task.file), tools, { ...task.extras, today, signal });
      case 'frame':
        return await readFrame(task.frame, tools, { ...task.search, today, signal });
      case 'combine':
        return interpretFrames(task.frames, { today });
    }
  };
}

async function readBytes(file: Blob): Promise<Uint8Array> {
  if (file.size > limits.maxBytes) {
    throw new EngineError('picture.too_large', `The file has ${file.size} bytes; at most ${limits.maxBytes} are read.`);
  }
  return new Uint8Array(await file.arrayBuffer());
}

function send(message: FromWorker): void {
  postMessage(message);
}

function describeFailure(error: unknown): { readonly code: EngineErrorCode; readonly message: string } {
  if (isEngineError(error)) return { code: error.code, message: error.message };
  // Its message may quote what was read.
  const name = error instanceof Error ? error.name : typeof error;
  return { code: 'engine.crashed', message: `The reader failed in an unforeseen way (${name}).` };
}

const handler = prepare();
const warmUp = createWarmUp(drawWarmUpFrame);
handler.then(
  (handle) => {
    send({ kind: 'ready' });
    warmUp.start((frame, signal) => handle({ kind: 'frame', frame, search: { passes: 'coarse' }, today: '2026-01-01' }, signal));
  },
  (error) => send({ kind: 'failure', ...describeFailure(error) }),
);

let current: { readonly id: number; readonly abort: AbortController } | undefined;

async function work(id: number, task: ReaderTask): Promise<void> {
  const abort = new AbortController();
  current = { id, abort };
  try {
    const handle = await handler;
    await warmUp.stop();
    send({ kind: 'answer', id, result: await handle(task, abort.signal) });
  } catch (error) {
    if (abort.signal.aborted) send({ kind: 'aborted', id });
    else send({ kind: 'failure', id, ...describeFailure(error) });
  } finally {
    if (task.kind === 'frame') task.frame.close();
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'task') void work(data.id, data.task);
  else if (data.id === current?.id) current.abort.abort();
});
