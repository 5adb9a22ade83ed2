/** How the places of something that is limited are taken. */
export type Occupancy = {
  /** Places that the owner who asks has already. */
  readonly own: number;
  /** Places that all owners together have. */
  readonly taken: number;
  /** Places that there are. */
  readonly limit: number;
  /** Whether no other owner has a token. */
  readonly isAlone: boolean;
};

/**
 * Tells whether an owner may take one more place: while it has fewer than are free. One owner then
 * takes half of them at most, two a third each, and so on, and something is always left for one
 * that has none. An owner that is alone may take all.
 *
 * The rule is that of shared packet memory: A. K. Choudhury and E. L. Hahne, Dynamic queue length
 * thresholds for shared-memory packet switches, IEEE/ACM Transactions on Networking 6 (1998), with
 * a factor of 1.
 */
export function mayTakePlace({ own, taken, limit, isAlone }: Occupancy): boolean {
  const free = limit - taken;
  return isAlone ? free > 0 : own < free;
}
