import { EngineError, isEngineError } from '@ocr-web/reader';
import type { Child, ChildEndReason, ChildLimits } from './child.ts';
import { ChildLost } from './child-end.ts';
import { type ChildProgram, startChild } from './start-child.ts';

export type ChildSlotOptions = ChildLimits & {
  /** Requests after which a child gives way to a fresh one. */
  readonly requestsPerChild: number;
  /** Told of a child that was lost at work, whose request another one takes. */
  readonly onLost?: ((error: EngineError) => void) | undefined;
  /** Told of every child that ended. */
  readonly onEnd?: ((reason: ChildEndReason) => void) | undefined;
};

/** A place for one child at a time. Replaces it when it is dead, suspect or has served its time. */
export class ChildSlot<Input, Output> {
  readonly #program: ChildProgram;
  readonly #options: ChildSlotOptions;
  /** Undefined before the first start and after a failed one: the next request tries again. */
  #child: Promise<Child<Input, Output>> | undefined;
  #served = 0;
  #closed = false;

  constructor(program: ChildProgram, options: ChildSlotOptions) {
    this.#program = program;
    this.#options = options;
  }

  /** Resolves when a child stands ready; throws what {@link startChild} throws. */
  async ready(): Promise<void> {
    await this.#current();
  }

  /**
   * Throws what {@link Child.request} throws, except that a request which lost its child goes to a
   * fresh one, once: it may be to blame.
   */
  async run(input: Input, signal: AbortSignal | undefined): Promise<Output> {
    try {
      return await this.#runOnce(input, signal);
    } catch (error) {
      if (!(error instanceof ChildLost)) throw error;
      this.#options.onLost?.(error);
    }
    return await this.#runOnce(input, signal);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = await this.#child?.catch(() => undefined);
    await child?.kill('closed', closedError);
  }

  async #runOnce(input: Input, signal: AbortSignal | undefined): Promise<Output> {
    const child = await this.#current();
    signal?.throwIfAborted();
    this.#served++;
    let isSound = true;
    try {
      return await child.request(input, signal);
    } catch (error) {
      isSound = isEngineError(error) && error.code !== 'engine.crashed';
      throw error;
    } finally {
      if (!(isSound && child.isAlive && this.#served < this.#options.requestsPerChild))
        this.#replace(child, isSound ? 'retired' : 'crashed');
    }
  }

  async #current(): Promise<Child<Input, Output>> {
    if (this.#closed) throw closedError();
    const child = await (this.#child ?? this.#start());
    return child.isAlive ? child : this.#replace(child, 'crashed');
  }

  #start(): Promise<Child<Input, Output>> {
    this.#served = 0;
    const child = startChild<Input, Output>(this.#program, this.#options);
    const { onEnd } = this.#options;
    child.then(
      async ({ ended }) => onEnd?.(await ended),
      () => {
        this.#child = undefined;
        onEnd?.('unready');
      },
    );
    this.#child = child;
    return child;
  }

  /** The successor starts at once, so that the next request need not wait for all of its start. */
  #replace(child: Child<Input, Output>, reason: ChildEndReason): Promise<Child<Input, Output>> {
    void child.kill(reason, closedError);
    return this.#closed ? Promise.resolve(child) : this.#start();
  }
}

/** What runs or waits when the pool closes. */
export function closedError(): EngineError {
  return new EngineError('engine.closed', 'The reader is shutting down.');
}
