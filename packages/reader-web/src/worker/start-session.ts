import { EngineError } from '@ocr-web/reader';
import type { LoadProgress } from '../runtime/fetch-assets.ts';
import type { FromWorker, ReaderTask, TaskResults, ToWorker } from './worker-messages.ts';

/** What is used of a Worker. */
export type WorkerPort = {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: object) => void): void;
  terminate(): void;
};

/** A worker from its start to its end; it takes one task at a time. */
export type WorkerSession = {
  /** @throws EngineError `model.invalid`, `engine.crashed` when it does not become ready */
  readonly ready: Promise<void>;
  /**
   * @throws EngineError what the task failed with, `engine.crashed` when the worker failed, or what
   *   the session was ended with
   * @throws DOMException `AbortError` after `abort`
   */
  ask(task: ReaderTask, transfer: Transferable[]): Promise<TaskResults[keyof TaskResults]>;
  /** Tells the worker that the answer is not wanted any more. */
  abort(): void;
  /** Ends the worker, wherever it is, and fails what it was asked. */
  end(reason: Error): void;
};

export function startSession(worker: WorkerPort, onProgress: (progress: LoadProgress) => void): WorkerSession {
  const ready = Promise.withResolvers<void>();
  let asked: { readonly id: number; readonly answer: PromiseWithResolvers<TaskResults[keyof TaskResults]> } | undefined;
  let lastId = 0;
  const end = (reason: Error) => {
    worker.terminate();
    ready.reject(reason);
    asked?.answer.reject(reason);
  };
  const crash = () => end(new EngineError('engine.crashed', 'The worker of the reader failed: its program or a file of it did not load.'));
  // Whoever asks waits for it; where nobody does, its failure is no error of the page.
  ready.promise.catch(() => undefined);
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'progress') onProgress({ loaded: data.loaded, total: data.total });
    else if (data.kind === 'ready') ready.resolve();
    else if (data.kind === 'aborted' && data.id === asked?.id) asked.answer.reject(new DOMException('Given up.', 'AbortError'));
    else if (data.kind === 'answer' && data.id === asked?.id) asked.answer.resolve(data.result);
    else if (data.kind === 'failure' && data.id === undefined) ready.reject(new EngineError(data.code, data.message));
    else if (data.kind === 'failure' && data.id === asked?.id) asked?.answer.reject(new EngineError(data.code, data.message));
  });
  return {
    ready: ready.promise,
    ask: (task, transfer) => {
      lastId += 1;
      asked = { id: lastId, answer: Promise.withResolvers() };
      worker.postMessage({ kind: 'task', id: lastId, task }, transfer);
      return asked.answer.promise;
    },
    abort: () => worker.postMessage({ kind: 'abort', id: lastId }),
    end,
  };
}
