/** Who has a picture at hand sends it at once, and it shall not wait. Milliseconds. */
const delayMs = 30;

type Closable = { close(): void };

/** What a worker does until its first task. */
export type WarmUp<Frame> = {
  /** @param read reads a frame until the signal */
  start(read: (frame: Frame, signal: AbortSignal) => Promise<unknown>): void;
  /** Resolves when the reader is free: after one run of a network at most. */
  stop(): Promise<void>;
};

/**
 * Reads a frame of its own drawing while the page opens its camera. A browser compiles what has
 * run, and plans are made for the sizes that come again with each frame: the first frame of the
 * camera then takes as long as any other.
 *
 * @param draw a frame with a zone; undefined where none can be drawn
 */
export function createWarmUp<Frame extends Closable>(draw: () => Frame | undefined): WarmUp<Frame> {
  const abort = new AbortController();
  let done: Promise<unknown> = Promise.resolve();
  return {
    start: (read) => {
      const begin = () => {
        const frame = abort.signal.aborted ? undefined : draw();
        // Nobody waits for what it says, and it fails when it is stopped.
        done = frame ? read(frame, abort.signal).catch(() => undefined) : done;
        void done.then(() => frame?.close());
      };
      setTimeout(begin, delayMs);
    },
    stop: async () => {
      abort.abort();
      await done;
    },
  };
}
