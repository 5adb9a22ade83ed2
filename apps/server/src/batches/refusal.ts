/** Why a file of a batch was refused. */
export type Refusal = {
  /** Stable name of the reason, of those that a scan of the file would be refused or fail with. */
  readonly code: string;
  readonly message: string;
};
