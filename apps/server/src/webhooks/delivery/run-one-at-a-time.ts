/**
 * Makes a function that starts `work` or, while it runs, has it run once more afterwards: what
 * changed in between is seen, and no two runs get into each other.
 *
 * @param work must not reject
 * @returns resolves when nothing is left to run
 */
export function runOneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  const run = async () => {
    while (isWanted) {
      isWanted = false;
      await work();
    }
    running = undefined;
  };
  return () => {
    isWanted = true;
    running ??= run();
    return running;
  };
}
