/** What is not as it was acknowledged, one sentence each. Nothing is how it has to be. */
export type Findings = {
  /** Acknowledged and not there, or not read, or not told to the webhook. */
  readonly lost: string[];
  /** There twice. */
  readonly doubled: string[];
  /** Deleted and there again. */
  readonly undone: string[];
  /** Files that nothing names, rows without their file, scans that never ended. */
  readonly leftOver: string[];
  /** Ended as failed: what may happen to a picture whose readers were killed under it. */
  readonly failed: string[];
};

/** None yet. */
export function createFindings(): Findings {
  return { lost: [], doubled: [], undone: [], leftOver: [], failed: [] };
}
