import { EngineError } from '@ocr-web/reader';
import type { WorkerSession } from './start-session.ts';
import type { ReaderTask, TaskResults } from './worker-messages.ts';

export type TaskRunnerDeps = {
  /** Starts a worker; called again when one had to be ended. */
  readonly start: () => WorkerSession;
  /** The longest that a task may take, milliseconds. */
  readonly deadlineMs: number;
  /** How long a worker may go on with a task that is not wanted any more, milliseconds. */
  readonly abortMs: number;
};

export type TaskRunner = {
  /** @throws EngineError `model.invalid`, `engine.crashed`, `engine.closed` */
  ready(): Promise<void>;
  /**
   * One task after the other.
   *
   * @throws EngineError what the task fails with, `engine.timeout`, `engine.closed`
   * @throws the reason of the signal, at once
   */
  run<Task extends ReaderTask>(task: Task, options: RunOptions): Promise<TaskResults[Task['kind']]>;
  close(): void;
};

type RunOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly transfer?: Transferable[];
  /** Where the task may take longer than others. */
  readonly deadlineMs?: number | undefined;
};

/** Runs tasks in a worker. One that hangs is ended, and the next task gets a new one. */
export function createTaskRunner({ start, deadlineMs, abortMs }: TaskRunnerDeps): TaskRunner {
  let session: WorkerSession | undefined = start();
  let closed: EngineError | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = (one: WorkerSession, reason: Error) => {
    one.end(reason);
    if (session === one) session = undefined;
  };
  const open = async (): Promise<WorkerSession> => {
    if (closed) throw closed;
    session ??= start();
    const one = session;
    await one.ready.catch((error) => {
      end(one, error);
      throw error;
    });
    return one;
  };
  const perform = async (task: ReaderTask, { signal, transfer = [], deadlineMs: ownDeadlineMs = deadlineMs }: RunOptions) => {
    signal?.throwIfAborted();
    const one = await open();
    signal?.throwIfAborted();
    const endLate = (ms: number) =>
      setTimeout(() => end(one, new EngineError('engine.timeout', `The reader took more than ${ms / 1000} s for this picture.`)), ms);
    const timers = [endLate(ownDeadlineMs)];
    const abort = () => {
      one.abort();
      timers.push(endLate(abortMs));
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await one.ask(task, transfer);
    } catch (error) {
      // A worker that failed by itself is not trusted with another task.
      if (error instanceof EngineError && error.code === 'engine.crashed') end(one, error);
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
      for (const timer of timers) clearTimeout(timer);
    }
  };
  return {
    ready: async () => void (await open()),
    run: async <Task extends ReaderTask>(task: Task, options: RunOptions) => {
      const answer = last.then(() => perform(task, options));
      last = answer.catch(() => undefined);
      return (await unlessAborted(answer, options.signal)) as TaskResults[Task['kind']];
    },
    close: () => {
      closed = new EngineError('engine.closed', 'The reader was closed.');
      if (session) end(session, closed);
    },
  };
}

/** Fails at once when the signal is aborted, however long the answer still takes. */
async function unlessAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  if (!signal) return await answer;
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([answer, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
