const mostRuns = 5;

/**
 * Processor time of this thread in milliseconds, of the fastest of up to five runs: another process
 * or the garbage collector may get into one, but hardly into all of them. Where the system counts
 * processor time in ticks of some milliseconds, the time that passed is the better bound for a
 * short run, so the smaller of the two is taken.
 *
 * @param enough a run that takes no longer than this is not repeated
 */
export function measureProcessorTime<Result>(
  run: () => Result,
  enough: number,
): { readonly result: Result; readonly milliseconds: number } {
  let milliseconds = Number.POSITIVE_INFINITY;
  for (let runs = 1; ; runs += 1) {
    const start = performance.now();
    const startOfUsage = process.threadCpuUsage();
    const result = run();
    const { user, system } = process.threadCpuUsage(startOfUsage);
    milliseconds = Math.min(milliseconds, (user + system) / 1000, performance.now() - start);
    if (milliseconds <= enough || runs === mostRuns) return { result, milliseconds };
  }
}
