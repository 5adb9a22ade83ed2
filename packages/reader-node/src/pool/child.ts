import type { ChildProcess } from 'node:child_process';
import { EngineError } from '@ocr-web/reader';
import { ChildEnd, ChildLost } from './child-end.ts';
import type { ChildFailure, ChildMessage, ChildRequest } from './serve-requests.ts';
import { watchMemory } from './watch-memory.ts';

/** What a child may use and how long it may take. */
export type ChildLimits = {
  /** From handing over a request to its answer, milliseconds. */
  readonly deadlineMs: number;
  /**
   * Resident memory of one child, MiB; watched where the system has /proc, elsewhere only the
   * JavaScript heap is bounded.
   */
  readonly memoryLimitMib: number;
  /** From starting a child until it is ready, milliseconds. */
  readonly startDeadlineMs: number;
};

/** How much of what a child wrote to stderr is kept to explain its end, characters. */
const keptStderr = 2000;

/**
 * How operators, service managers and the kernel's OOM killer end a process. A process that fails
 * by itself has other signals.
 */
const killSignals: ReadonlySet<NodeJS.Signals | null> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const);

/** Makes the error with which a killed child's request fails. */
type KillReason = (end: ChildEnd) => unknown;

/**
 * Why a child ended: `killed` from outside, `crashed` by itself or by a fault of its program, the
 * others by this side. An `unready` one was never ready.
 */
export type ChildEndReason = 'timeout' | 'memory' | 'aborted' | 'retired' | 'closed' | 'killed' | 'crashed' | 'unready';

type Task<Output> = { readonly id: number; begun: boolean; resolve(output: Output): void; reject(error: unknown): void };

/**
 * One child process, which answers one request at a time. Whoever holds it must not send a second
 * one before the first is settled.
 */
export class Child<Input, Output> {
  readonly #process: ChildProcess;
  readonly #limits: ChildLimits;
  /** Resolves when it is gone, with the reason. Never rejects. */
  readonly ended: Promise<ChildEndReason>;
  readonly #startedAt = performance.now();
  #stderr = '';
  #residentMib: number | undefined;
  /** Why it was killed, when this side did it. */
  #killReason: KillReason | undefined;
  #endReason: ChildEndReason | undefined;
  #task: Task<Output> | undefined;
  #lastId = 0;

  constructor(running: ChildProcess, limits: ChildLimits) {
    this.#process = running;
    this.#limits = limits;
    running.stderr?.on('data', (text) => {
      this.#stderr = (this.#stderr + text).slice(-keptStderr);
    });
    this.ended = new Promise((resolve) => {
      const end = (how: string, exitCode: number | null, signal: NodeJS.Signals | null, error?: Error) => {
        this.#onExit(how, exitCode, signal, error);
        resolve(this.#endReason ?? (killSignals.has(signal) ? 'killed' : 'crashed'));
      };
      running.once('error', (error) => end(error.message, null, null, error));
      // Not `exit`: its last messages and what it wrote to stderr may come after that.
      running.once('close', (code, signal) => end(signal ?? `exit code ${code}`, code, signal));
    });
    running.on('message', (message: ChildMessage<Output>) => this.#receive(message));
  }

  get isAlive(): boolean {
    return this.#killReason === undefined && this.#process.connected;
  }

  /**
   * Waits until the child is prepared.
   *
   * @throws EngineError of the preparation (such as `model.invalid`), `engine.timeout` or
   *   `engine.crashed`
   */
  ready(): Promise<void> {
    return this.#bounded(this.#limits.startDeadlineMs, undefined, { id: 0, begun: true }, () => undefined) as Promise<void>;
  }

  /**
   * @throws EngineError the child's own, `engine.timeout` or `engine.crashed`
   * @throws ChildLost when the child died before it saw the request, or was killed from outside
   * @throws the reason of the signal; the child is killed then, since nothing else stops it
   */
  request(input: Input, signal: AbortSignal | undefined): Promise<Output> {
    const request: ChildRequest<Input> = { id: ++this.#lastId, input };
    return this.#bounded(this.#limits.deadlineMs, signal, { id: request.id, begun: false }, () => {
      if (!this.isAlive) return this.#task?.reject(new ChildLost('The reader process had ended.'));
      this.#process.send(request, (error) => error && this.#task?.reject(new ChildLost(error.message, error)));
    });
  }

  /**
   * Ends it at once, whatever it does, and resolves when it is gone. What it was doing fails with
   * the reason.
   */
  async kill(endReason: ChildEndReason, reason: KillReason): Promise<void> {
    // One that is dead already has a reason of its own.
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#endReason ??= endReason;
    this.#killReason ??= reason;
    this.#process.kill('SIGKILL');
    await this.ended;
  }

  async #bounded(
    deadlineMs: number,
    signal: AbortSignal | undefined,
    { id, begun }: { id: number; begun: boolean },
    start: () => void,
  ): Promise<Output> {
    const late: KillReason = (cause) => new EngineError('engine.timeout', `The reader was not done within ${deadlineMs} ms.`, { cause });
    const timer = setTimeout(() => this.kill('timeout', late), deadlineMs);
    const abort = () => this.kill('aborted', () => signal?.reason);
    const stopWatching = this.#boundMemory(this.#limits.memoryLimitMib);
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

  /** Kills it when it takes too much. Returns how to stop watching. */
  #boundMemory(limitMib: number): () => void {
    const large: KillReason = (cause) =>
      new EngineError('engine.crashed', `The reader used more than ${limitMib} MiB of memory.`, { cause });
    return watchMemory(this.#process.pid, (residentMib) => {
      this.#residentMib = residentMib;
      if (residentMib > limitMib) void this.kill('memory', large);
    });
  }

  #receive(message: ChildMessage<Output>): void {
    const task = this.#task;
    if (message.id !== task?.id) return;
    if (message.kind === 'begun') task.begun = true;
    else if (message.kind === 'answer') task.resolve(message.output);
    else task.reject(asError(message.failure));
  }

  #onExit(how: string, exitCode: number | null, signal: NodeJS.Signals | null, error: Error | undefined): void {
    const ranMs = performance.now() - this.#startedAt;
    const end = new ChildEnd({ pid: this.#process.pid, exitCode, signal, ranMs, residentMib: this.#residentMib, stderr: this.#stderr });
    this.#task?.reject(this.#killReason ? this.#killReason(end) : explainEnd(how, end, this.#task.begun, error));
  }
}

/**
 * Why a child ended that this side did not kill; `error` where the system did not even start it.
 */
function explainEnd(how: string, end: ChildEnd, begun: boolean, error: Error | undefined): EngineError {
  const message = `The reader process ended without an answer (${how}).`;
  if (error) return new EngineError('engine.crashed', message, { cause: error });
  const isInnocent = !begun || killSignals.has(end.signal);
  return isInnocent ? new ChildLost(message, end) : new EngineError('engine.crashed', message, { cause: end });
}

function asError({ code, message, cause }: ChildFailure): EngineError {
  if (code !== 'engine.crashed') return new EngineError(code, message, { cause });
  // A fault in the child's own program: its stack says where.
  return new EngineError(code, message, { cause: Object.assign(new Error(message), { stack: cause }) });
}
