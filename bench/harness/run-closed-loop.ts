/** What came of a closed loop: how long it took, and how long each round of it, milliseconds. */
export type LoopResult = { readonly seconds: number; readonly latencies: readonly number[] };

/**
 * Lets so many clients do one thing after the other until the time is up. What is under way then is
 * finished, and counts.
 *
 * @param once does it for the n-th time
 */
export async function runClosedLoop(clients: number, seconds: number, once: (index: number) => Promise<unknown>): Promise<LoopResult> {
  const startedAt = performance.now();
  const latencies: number[] = [];
  let next = 0;
  const keepGoing = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      const sentAt = performance.now();
      await once(next++);
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, keepGoing));
  return { seconds: (performance.now() - startedAt) / 1000, latencies };
}
