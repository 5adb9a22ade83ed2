const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Ctrl-C under npm arrives twice, from the terminal and from npm. What comes within this time is
 * the same one.
 */
const sameSignalMs = 300;

/** How often to look whether npm's shell is still there, milliseconds. */
const lookMs = 250;

export type StopSignals = {
  /** Aborted by the first signal, whose name is the reason: stop in order. */
  readonly stop: AbortSignal;
  /** Aborted by a second signal, whose name is the reason: end at once. */
  readonly end: AbortSignal;
  /** Leaves the signals to their default action again. */
  readonly close: () => void;
};

/**
 * Waits for SIGINT and SIGTERM, which end the process no longer by themselves.
 *
 * @param isUnderNpm the parent is a shell that npm started. A SIGTERM to npm ends that shell and
 *   goes no further, so its end counts as one
 */
export function listenForStopSignals(isUnderNpm = false): StopSignals {
  const stop = new AbortController();
  const end = new AbortController();
  let askedAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    askedAt ??= performance.now();
    stop.abort(signal);
    if (performance.now() - askedAt > sameSignalMs) end.abort(signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) stop.abort('SIGTERM');
  };
  const looking = isUnderNpm ? setInterval(look, lookMs) : undefined;
  return {
    stop: stop.signal,
    end: end.signal,
    close: () => {
      clearInterval(looking);
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
