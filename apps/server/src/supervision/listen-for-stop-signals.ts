const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Ctrl-C under npm arrives twice, from the terminal and from npm. What comes within this time is
 * the same one.
 */
const sameSignalMs = 300;

export type StopSignals = {
  /** Aborted by the first signal, whose name is the reason: stop in order. */
  readonly stop: AbortSignal;
  /** Aborted by a second signal, whose name is the reason: end at once. */
  readonly end: AbortSignal;
  /** Leaves the signals to their default action again. */
  readonly close: () => void;
};

/** Waits for SIGINT and SIGTERM, which end the process no longer by themselves. */
export function listenForStopSignals(): StopSignals {
  const stop = new AbortController();
  const end = new AbortController();
  let askedAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    askedAt ??= performance.now();
    stop.abort(signal);
    if (performance.now() - askedAt > sameSignalMs) end.abort(signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stop: stop.signal,
    end: end.signal,
    close: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
