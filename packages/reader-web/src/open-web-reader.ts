import type { Interpretation, Reading } from '@ocr-web/reader';
import type { LineLogits } from '@ocr-web/reader/engine';
import type { LoadProgress } from './runtime/fetch-assets.ts';
import { createTaskRunner } from './worker/create-task-runner.ts';
import type { FrameOptions, FrameReading } from './worker/read-frame.ts';
import { startSession } from './worker/start-session.ts';
import type { Extras } from './worker/worker-messages.ts';

/** A reader in this browser. Nothing that it is given leaves the machine. */
export type WebReader = {
  /**
   * Reads a file as the service would. What is read beside the zones is loaded when it is first
   * asked for: 0.8 MB for print, 0.6 MB for the portrait, which also tells where a page without a
   * zone lies.
   *
   * @throws EngineError `picture.unsupported`, also for kinds that this browser cannot decode;
   *   `picture.too_large`, `picture.corrupt`, `model.invalid`, `engine.timeout`, `engine.crashed`,
   *   `engine.closed`
   * @throws the reason of the signal
   */
  readPicture(file: Blob, options?: PictureOptions): Promise<Reading>;
  /**
   * Reads a frame of a camera. The bitmap is handed over to the reader, which closes it.
   *
   * @throws what `readPicture` throws
   */
  readFrame(frame: ImageBitmap, options: FrameOptions): Promise<FrameReading>;
  /**
   * Reads several frames of one document together.
   *
   * @param frames the `logits` of its zone in each frame; about the last ten
   * @returns undefined if they show no machine readable zone
   * @throws what `readPicture` throws
   */
  combineFrames(frames: readonly (readonly LineLogits[])[]): Promise<Interpretation | undefined>;
  /** Ends the worker; whatever runs fails with `engine.closed`. */
  close(): void;
};

/** What to read of a picture beside its zones, and when to stop. */
export type PictureOptions = Extras & { readonly signal?: AbortSignal };

type WebReaderOptions = {
  /** Told while models and runtime are loaded. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Gives the opening up. */
  readonly signal?: AbortSignal;
};

/** A picture of 100 million pixels takes a phone seconds. */
const deadlines = { deadlineMs: 30_000, abortMs: 2_000 };
/** Networks that are loaded for it are part of a picture's time. */
const deadlineWithExtrasMs = 120_000;

/**
 * Starts the reader in a worker and loads what it needs, from where this module was loaded.
 *
 * @throws EngineError `model.invalid` when a file cannot be loaded, `engine.crashed` when this
 *   browser cannot run it
 * @throws the reason of the signal
 */
export async function openWebReader({ onProgress = () => undefined, signal }: WebReaderOptions = {}): Promise<WebReader> {
  signal?.throwIfAborted();
  const startWorker = () => new Worker(new URL('./worker/reader-worker.ts', import.meta.url), { type: 'module' });
  const runner = createTaskRunner({ start: () => startSession(startWorker(), onProgress), ...deadlines });
  const close = () => runner.close();
  signal?.addEventListener('abort', close, { once: true });
  try {
    await runner.ready();
  } catch (error) {
    close();
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', close);
  }
  // Also what a clock in another zone calls today: the service does the same.
  const today = () => new Date().toISOString().slice(0, 10);
  return {
    readPicture: (file, { signal: stop, visual = false, portrait = false } = {}) => {
      const deadlineMs = visual || portrait ? deadlineWithExtrasMs : undefined;
      return runner.run({ kind: 'picture', file, extras: { visual, portrait }, today: today() }, { signal: stop, deadlineMs });
    },
    readFrame: (frame, { signal: stop, ...search }) =>
      runner.run({ kind: 'frame', frame, search, today: today() }, { signal: stop, transfer: [frame] }),
    combineFrames: (frames) => runner.run({ kind: 'combine', frames, today: today() }, {}),
    close,
  };
}
