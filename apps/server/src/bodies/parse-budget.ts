import { ServiceError } from '../errors/service-error.ts';

/**
 * Runs the work of parsing one body piece by piece, and refuses the body when its pieces have taken
 * too long together.
 */
export type ParseBudget = {
  /**
   * @param bytes how much of the body the work takes in
   * @throws ServiceError `body.malformed` when the budget is used up, and whatever the work throws
   */
  readonly spend: <Result>(bytes: number, work: () => Result) => Result;
};

/** What any body may take: a slow machine starts cold. */
const initialMs = 500;

/** About thirty times what an honest form takes (bench/bodies.ts), for machines that are slow. */
const msPerByte = 1000 / (32 * 1024 * 1024);

/**
 * Makes the budget of one body: half a second of processor time, and one second more for each 32
 * MiB of it that has arrived. A body that takes longer was made to take longer, since every parser
 * here is linear.
 *
 * @param now a clock in milliseconds; the processor time of this thread, so that neighbours on the
 *   machine use up nobody's budget
 */
export function createParseBudget(now: () => number = threadTime): ParseBudget {
  let leftMs = initialMs;
  return {
    spend: (bytes, work) => {
      const startedAt = now();
      const result = work();
      leftMs += bytes * msPerByte - (now() - startedAt);
      if (leftMs < 0) throw new ServiceError('body.malformed', 'The body takes too long to parse. Send what your library makes of it.');
      return result;
    },
  };
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
