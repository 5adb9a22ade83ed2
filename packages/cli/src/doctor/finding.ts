/** What one check of `ocr-web doctor` found. */
export type Finding = {
  readonly check: string;
  /** `warning` is worth knowing and keeps nothing from working; `skipped` could not be checked, and `detail` says why. */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly detail: string;
  /** What to do about it; with warnings and failures. */
  readonly advice?: string;
};
