/** What the service has acknowledged to its clients, and must never lose or undo. */
export type Acknowledged = {
  /** Scans of single files by id, with the key under which one was sent, where it had one. */
  readonly scans: Map<number, string | undefined>;
  /** Batches by id, with their keys. */
  readonly batches: Map<number, string>;
  /** Scans whose deletion was acknowledged. */
  readonly deletions: Set<number>;
  /**
   * Scans whose deletion was asked for, answered or not: of those that were not answered each may
   * be there or gone.
   */
  readonly deletionsAsked: Set<number>;
};

/** Nothing yet. */
export function createAcknowledged(): Acknowledged {
  return { scans: new Map(), batches: new Map(), deletions: new Set(), deletionsAsked: new Set() };
}
