import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** What it looks at and calls, so that a test can bring its own. */
export type CollectorDeps = {
  /**
   * Collects all garbage, without blocking for long. Node has it where it runs with `--expose-gc`.
   */
  readonly collect: () => Promise<void>;
  /** Bytes that the heap and the buffers outside it take. */
  readonly heldBytes: () => number;
  readonly eventLoopUtilization: (since?: EventLoopUtilization) => EventLoopUtilization;
};

const everyMs = 5000;
/** Share of the time that the event loop may have worked since the last look. */
const maxUtilization = 0.1;
/** What may have come together since the last collection, bytes. */
const maxGrowth = 32 * 1024 * 1024;

/**
 * Collects garbage when there is much of it and nothing to do.
 *
 * V8 collects while objects are made. After a burst of uploads nothing makes any, so their bodies
 * would stay in memory, identity data among them, until the next burst.
 *
 * @returns a function that ends it
 */
export function collectGarbageWhenIdle({ collect, heldBytes, eventLoopUtilization }: CollectorDeps): () => void {
  let held = heldBytes();
  let last = eventLoopUtilization();
  let isCollecting = false;
  const look = async () => {
    const { utilization } = eventLoopUtilization(last);
    last = eventLoopUtilization();
    const now = heldBytes();
    held = Math.min(held, now);
    if (isCollecting || utilization > maxUtilization || now - held < maxGrowth) return;
    isCollecting = true;
    await collect();
    isCollecting = false;
    held = heldBytes();
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** What this process brings for that; undefined where it was not started with `--expose-gc`. */
export function ownCollector(): CollectorDeps | undefined {
  const { gc } = globalThis;
  if (!gc) return undefined;
  return {
    collect: async () => void (await gc({ type: 'major', execution: 'async' })),
    heldBytes: () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
    eventLoopUtilization: (since) => performance.eventLoopUtilization(since),
  };
}
