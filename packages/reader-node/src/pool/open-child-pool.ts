import { ChildSlot, type ChildSlotOptions, closedError } from './child-slot.ts';
import type { ChildProgram } from './start-child.ts';

export type ChildPoolOptions = ChildSlotOptions & {
  /** Children that work side by side. */
  readonly size: number;
};

/** Children that take requests in the order in which they come, each one at a time. */
export type ChildPool<Input, Output> = {
  /**
   * Waits for a free child, then for its answer. A child that crashes, is late or takes too much
   * memory is killed and replaced. A request whose child was killed from outside (by an operator,
   * or the kernel when memory is short) is tried once more.
   *
   * @throws EngineError the child's own, `engine.timeout`, `engine.crashed`, `engine.closed`; the
   *   cause of a timeout or crash is a ChildEnd, or an error of the child's program
   * @throws the reason of the signal
   */
  run(input: Input, signal?: AbortSignal): Promise<Output>;
  /** Ends all children; what runs or waits fails with `engine.closed`. */
  close(): Promise<void>;
};

type Task<Input, Output> = {
  readonly input: Input;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Starts the children and waits until all are ready; throws what `startChild` throws when one
 * cannot be started.
 */
export async function openChildPool<Input, Output>(program: ChildProgram, options: ChildPoolOptions): Promise<ChildPool<Input, Output>> {
  const slots = Array.from({ length: options.size }, () => new ChildSlot<Input, Output>(program, options));
  const starts = await Promise.allSettled(slots.map((slot) => slot.ready()));
  const failure = starts.find((start) => start.status === 'rejected');
  if (!failure) return new Pool(slots);
  await Promise.all(slots.map((slot) => slot.close()));
  throw failure.reason;
}

class Pool<Input, Output> implements ChildPool<Input, Output> {
  readonly #slots: readonly ChildSlot<Input, Output>[];
  readonly #idle: ChildSlot<Input, Output>[];
  /** In the order of arrival. */
  readonly #waiting = new Set<Task<Input, Output>>();
  #closed = false;

  constructor(slots: readonly ChildSlot<Input, Output>[]) {
    this.#slots = slots;
    this.#idle = [...slots];
  }

  async run(input: Input, signal?: AbortSignal): Promise<Output> {
    if (this.#closed) throw closedError();
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Output>();
    const task = { input, signal, resolve, reject };
    const giveUp = () => this.#waiting.delete(task) && reject(signal?.reason);
    signal?.addEventListener('abort', giveUp);
    this.#waiting.add(task);
    this.#dispatch();
    return await promise.finally(() => signal?.removeEventListener('abort', giveUp));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#waiting) task.reject(closedError());
    this.#waiting.clear();
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #dispatch(): void {
    for (const task of this.#waiting) {
      const slot = this.#idle.pop();
      if (!slot) return;
      this.#waiting.delete(task);
      void this.#work(slot, task);
    }
  }

  async #work(slot: ChildSlot<Input, Output>, { input, signal, resolve, reject }: Task<Input, Output>): Promise<void> {
    await slot.run(input, signal).then(resolve, reject);
    this.#idle.push(slot);
    this.#dispatch();
  }
}
