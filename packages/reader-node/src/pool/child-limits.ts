/** What a child may use and how long it may take. */
export type ChildLimits = {
  /** From handing over a request to its answer, milliseconds. */
  readonly deadlineMs: number;
  /** Resident memory of one child, MiB; watched where the system has /proc, elsewhere only the JavaScript heap is bounded. */
  readonly memoryLimitMib: number;
  /** From starting a child until it is ready, milliseconds. */
  readonly startDeadlineMs: number;
};
