import { setTimeout } from 'node:timers/promises';

/** One arrival: what came of it, and how long after its intended time, milliseconds. */
export type Arrival<Outcome> = { readonly at: number; readonly outcome: Outcome; readonly latency: number };

/**
 * Does something so many times a second, whether what was begun before has ended or not, as clients
 * do that know nothing of each other. Latencies count from the intended time, so that a service
 * that stalls is charged for those that it kept from arriving.
 *
 * @param once does it for the n-th time
 * @returns every arrival, in the order of their ends, when all have ended; `at` is seconds since
 *   the start
 */
export async function runOpenLoop<Outcome>(
  perSecond: number,
  seconds: number,
  once: (index: number) => Promise<Outcome>,
): Promise<Arrival<Outcome>[]> {
  const startedAt = performance.now();
  const arrivals: Arrival<Outcome>[] = [];
  const underWay: Promise<void>[] = [];
  const count = Math.round(perSecond * seconds);
  for (let index = 0; index < count; index += 1) {
    const intended = startedAt + (index * 1000) / perSecond;
    const early = intended - performance.now();
    if (early > 0) await setTimeout(early);
    underWay.push(
      once(index).then((outcome) => {
        arrivals.push({ at: (intended - startedAt) / 1000, outcome, latency: performance.now() - intended });
      }),
    );
  }
  await Promise.all(underWay);
  return arrivals;
}
