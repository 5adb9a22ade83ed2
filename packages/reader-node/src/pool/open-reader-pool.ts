import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineError, Reading } from '@ocr-web/reader';
import { findLauncher } from '../confine/find-launcher.ts';
import { readerProgramFiles, readerProgramFolders } from '../confine/program-folders.ts';
import type { Drawing } from '../draw/draw-picture.ts';
import { shippedModels } from '../runtime/read-model-manifest.ts';
import type { RuntimeChoice } from '../runtime/runtime.ts';
import type { ChildEndReason } from './child.ts';
import { openChildPool } from './open-child-pool.ts';
import type { ReaderAnswer, ReaderRequest, ReaderSettings } from './reader-request.ts';

export type ReaderPoolOptions = {
  /** Reader processes, each of which keeps one core busy. */
  readonly size: number;
  /**
   * Longest time for one file with all its pages once a reader has taken it, milliseconds. After
   * 0.6 of it no further page is begun.
   */
  readonly deadlineMs: number;
  /** Most memory of one reader process, MiB. */
  readonly memoryLimitMib: number;
  /** Width times height above which a page is refused. */
  readonly maxPixels: number;
  /** Pages above which a file is refused. */
  readonly maxPages: number;
  /** Pictures after which a reader process gives way to a fresh one. */
  readonly picturesPerChild: number;
  /** Folder of the models, ending with a slash. */
  readonly models: URL;
  /** What computes them. */
  readonly runtime: RuntimeChoice;
  /**
   * Folder where the readers keep their program compiled, which shortens a start by half. Unless
   * said otherwise it lies in the one of this process (NODE_COMPILE_CACHE), if that has one: apart,
   * since what decodes strangers' pictures has no business with what runs here.
   */
  readonly compileCache: string | undefined;
  /**
   * Told of a reader that was killed from outside while it read a picture, which another one reads
   * then.
   */
  readonly onLost: ((error: EngineError) => void) | undefined;
};

/** What a pool is opened with unless something else is said: a reader for each core. */
export const defaultReaderPoolOptions: ReaderPoolOptions = {
  size: availableParallelism(),
  deadlineMs: 20_000,
  memoryLimitMib: 1024,
  maxPixels: 100_000_000,
  maxPages: 20,
  picturesPerChild: 5000,
  models: shippedModels,
  runtime: 'auto',
  compileCache: undefined,
  onLost: undefined,
};

/** Reader processes that read pictures side by side. */
export type ReaderPool = {
  readonly size: number;
  /** How many readers have ended so far, by the reason. */
  readonly ends: ReadonlyMap<ChildEndReason, number>;
  /**
   * Waits for a free reader, then for the reading.
   *
   * @param bytes the file
   * @param options `visual`: also read what is printed for people; `portrait`: also find where the
   *   holder is pictured; `barcodes`: also read those
   * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.too_many_pages`,
   *   `picture.encrypted`, `picture.corrupt`, `engine.timeout`, `engine.crashed`, `engine.closed`
   * @throws the reason of the signal
   */
  read(
    bytes: Uint8Array,
    options?: { readonly signal?: AbortSignal | undefined } & Partial<Pick<ReaderRequest, 'visual' | 'portrait' | 'barcodes'>>,
  ): Promise<Reading>;
  /**
   * Draws something of a file as a PNG, in a reader as soon as one is free.
   *
   * @param bytes the file
   * @throws what `read` throws
   */
  draw(bytes: Uint8Array, drawing: Drawing, options?: { readonly signal?: AbortSignal | undefined }): Promise<Uint8Array>;
  /** Ends all readers; what runs or waits fails with `engine.closed`. */
  close(): Promise<void>;
};

/**
 * Starts the reader processes and waits until all are ready.
 *
 * @throws EngineError `model.invalid`, `engine.timeout`, `engine.crashed`
 */
export async function openReaderPool(options: Partial<ReaderPoolOptions> = {}): Promise<ReaderPool> {
  const { size, deadlineMs, memoryLimitMib, maxPixels, maxPages, picturesPerChild, models, runtime, onLost } = {
    ...defaultReaderPoolOptions,
    ...options,
  };
  const ownCache = getCompileCacheDir();
  const compileCache = options.compileCache ?? (ownCache && join(ownCache, 'readers'));
  const settings: ReaderSettings = { maxPixels, maxPages, models: models.href, runtime, deadlineMs };
  // Its own folder only, which no other program runs from.
  const caches = compileCache === undefined ? [] : [pathToFileURL(compileCache)];
  const access = { read: [...readerProgramFolders(), models, ...caches], readFiles: readerProgramFiles, write: caches };
  const ends = new Map<ChildEndReason, number>();
  const onEnd = (reason: ChildEndReason) => void ends.set(reason, (ends.get(reason) ?? 0) + 1);
  const pool = await openChildPool<ReaderRequest, ReaderAnswer>(
    { entry: new URL('./reader-child.ts', import.meta.url), settings, compileCache, access, launcher: await findLauncher() },
    { size, deadlineMs, memoryLimitMib, startDeadlineMs: 60_000, requestsPerChild: picturesPerChild, onLost, onEnd },
  );
  return {
    size,
    ends,
    read: async (bytes, { signal, visual = false, portrait = false, barcodes = false } = {}) =>
      (await pool.run({ bytes, visual, portrait, barcodes }, signal)) as Reading,
    draw: async (bytes, drawing, { signal } = {}) => (await pool.run({ bytes, drawing }, signal)) as Uint8Array,
    close: () => pool.close(),
  };
}
