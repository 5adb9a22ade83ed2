import type { Logger } from 'pino';

/** What can be open, in the order in which it may be opened. */
export const phases = [
  'lock',
  'reader',
  'tracing',
  'database',
  'pictures',
  'space',
  'activity',
  'audit',
  'webhooks',
  'jobs',
  'tokens',
  'token socket',
  'metrics',
  'http',
] as const;

type Phase = (typeof phases)[number];

/**
 * What has been opened so far, so that it can be closed in the opposite order, also when opening
 * the next part fails.
 */
export type Closers = {
  readonly add: (phase: Phase, close: () => Promise<void>) => void;
  /** Closes everything once, each phase even when one before it failed; what failed is logged. */
  readonly closeAll: () => Promise<void>;
};

/** Starts an empty list. */
export function createClosers(logger: Logger): Closers {
  const opened: { phase: Phase; close: () => Promise<void> }[] = [];
  const closeAll = async () => {
    for (let last = opened.pop(); last; last = opened.pop()) {
      const startedAt = performance.now();
      await last.close().catch((error: unknown) => logger.error({ err: error, phase: last?.phase }, 'stop'));
      logger.debug({ phase: last.phase, ms: Math.round(performance.now() - startedAt) }, 'stopped');
    }
  };
  return { add: (phase, close) => opened.push({ phase, close }), closeAll };
}
