import type { ChildProcess } from 'node:child_process';
import { EngineError } from '../errors/engine-error.ts';
import type { ChildLimits } from './child-limits.ts';
import type { ChildFailure, ChildMessage, ChildRequest } from './child-message.ts';
import { ChildNeverBegan } from './child-never-began.ts';
import { watchMemory } from './watch-memory.ts';

/** How much of what a child wrote to stderr is kept to explain its end, characters. */
const keptComplaint = 2000;

type Task<Output> = { readonly id: number; begun: boolean; resolve(output: Output): void; reject(error: unknown): void };

/** One child process, which answers one request at a time. Whoever holds it must not send a second one before the first is settled. */
export class Child<Input, Output> {
  readonly #process: ChildProcess;
  readonly #limits: ChildLimits;
  readonly #ended: Promise<void>;
  #complaint = '';
  /** Why it was killed, when this side did it. */
  #killReason: Error | undefined;
  #task: Task<Output> | undefined;
  #lastId = 0;

  constructor(running: ChildProcess, limits: ChildLimits) {
    this.#process = running;
    this.#limits = limits;
    running.stderr?.on('data', (text) => {
      this.#complaint = (this.#complaint + text).slice(-keptComplaint);
    });
    this.#ended = new Promise((resolve) => {
      const end = (how: string, cause?: Error) => {
        this.#settleAtEnd(how, cause);
        resolve();
      };
      running.once('error', (error) => end(error.message, error));
      running.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
    });
    running.on('message', (message: ChildMessage<Output>) => this.#receive(message));
  }

  get isAlive(): boolean {
    return this.#killReason === undefined && this.#process.connected;
  }

  /**
   * Waits until the child is prepared.
   *
   * @throws EngineError of the preparation (such as `model.invalid`), `engine.timeout` or `engine.crashed`
   */
  ready(): Promise<void> {
    return this.#bounded(this.#limits.startDeadlineMs, undefined, { id: 0, begun: true }, () => undefined) as Promise<void>;
  }

  /**
   * @throws EngineError the child's own, `engine.timeout` or `engine.crashed`
   * @throws ChildNeverBegan when the child died before it saw the request
   * @throws the reason of the signal; the child is killed then, since nothing else stops it
   */
  request(input: Input, signal: AbortSignal | undefined): Promise<Output> {
    const request: ChildRequest<Input> = { id: ++this.#lastId, input };
    return this.#bounded(this.#limits.deadlineMs, signal, { id: request.id, begun: false }, () => {
      if (!this.isAlive) return this.#task?.reject(new ChildNeverBegan('The reader process had ended.'));
      this.#process.send(request, (error) => error && this.#task?.reject(new ChildNeverBegan(error.message, { cause: error })));
    });
  }

  /** Ends it at once, whatever it does, and resolves when it is gone. What it was doing fails with `reason`. */
  kill(reason: Error): Promise<void> {
    this.#killReason ??= reason;
    this.#process.kill('SIGKILL');
    return this.#ended;
  }

  async #bounded(
    deadlineMs: number,
    signal: AbortSignal | undefined,
    { id, begun }: { id: number; begun: boolean },
    start: () => void,
  ): Promise<Output> {
    const late = () => this.kill(new EngineError('engine.timeout', `The reader was not done within ${deadlineMs} ms.`));
    const { memoryLimitMib } = this.#limits;
    const large = () => this.kill(new EngineError('engine.crashed', `The reader used more than ${memoryLimitMib} MiB of memory.`));
    const abort = () => this.kill(signal?.reason);
    const timer = setTimeout(late, deadlineMs);
    const stopWatching = watchMemory(this.#process.pid, memoryLimitMib, large);
    signal?.addEventListener('abort', abort);
    try {
      return await new Promise<Output>((resolve, reject) => {
        this.#task = { id, begun, resolve, reject };
        start();
      });
    } finally {
      this.#task = undefined;
      clearTimeout(timer);
      stopWatching();
      signal?.removeEventListener('abort', abort);
    }
  }

  #receive(message: ChildMessage<Output>): void {
    const task = this.#task;
    if (message.id !== task?.id) return;
    if (message.kind === 'begun') task.begun = true;
    else if (message.kind === 'answer') task.resolve(message.output);
    else task.reject(asError(message.failure));
  }

  #settleAtEnd(how: string, error: Error | undefined): void {
    const cause = error ?? (this.#complaint === '' ? undefined : this.#complaint);
    const crash = new EngineError('engine.crashed', `The reader process ended without an answer (${how}).`, { cause });
    const unseen = this.#task?.begun === false;
    this.#task?.reject(this.#killReason ?? (unseen ? new ChildNeverBegan(crash.message, { cause: crash }) : crash));
  }
}

function asError({ code, message, cause }: ChildFailure): EngineError {
  return new EngineError(code, message, { cause });
}
