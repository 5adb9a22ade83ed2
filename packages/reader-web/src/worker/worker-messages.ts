import type { EngineErrorCode, Interpretation, Reading } from '@ocr-web/reader';
import type { LineLogits, ReadOptions, SearchOptions } from '@ocr-web/reader/engine';
import type { LoadProgress } from '../runtime/fetch-assets.ts';
import type { FrameReading } from './read-frame.ts';

/** What is read of a file beside its zones. */
export type Extras = Pick<ReadOptions, 'visual' | 'portrait'>;

/** What a worker is asked. `today` is the ISO date that centuries and expiry depend on. */
export type ReaderTask =
  | { readonly kind: 'picture'; readonly file: Blob; readonly extras: Extras; readonly today: string }
  | { readonly kind: 'frame'; readonly frame: ImageBitmap; readonly search: SearchOptions; readonly today: string }
  | { readonly kind: 'combine'; readonly frames: readonly (readonly LineLogits[])[]; readonly today: string };

/** What comes of each kind of task. */
export type TaskResults = { picture: Reading; frame: FrameReading; combine: Interpretation | undefined };

/** To the worker: one task at a time, numbered from 1, and that the one it has is not wanted. */
export type ToWorker =
  | { readonly kind: 'task'; readonly id: number; readonly task: ReaderTask }
  | { readonly kind: 'abort'; readonly id: number };

/** From the worker. A failure without an id is one of its start. */
export type FromWorker =
  | ({ readonly kind: 'progress' } & LoadProgress)
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly result: TaskResults[keyof TaskResults] }
  /** The task was given up, as it was told to. */
  | { readonly kind: 'aborted'; readonly id: number }
  | { readonly kind: 'failure'; readonly id?: number; readonly code: EngineErrorCode; readonly message: string };
