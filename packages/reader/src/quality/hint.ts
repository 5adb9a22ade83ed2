/** The codes of hints; docs/hints.md explains each of them. */
export const hintCodes = [
  'no_mrz',
  'mrz_cut_off',
  'mrz_too_small',
  'picture_too_small',
  'blurred',
  'motion_blurred',
  'glare',
  'partly_covered',
  'too_dark',
  'low_contrast',
  'mirrored',
  'several_documents',
  'not_read',
  'page_not_read',
  'file_incomplete',
] as const;

export type HintCode = (typeof hintCodes)[number];

/**
 * Advice that a person can act on: a code for programs and a plain sentence. All indexes count from
 * 0.
 */
export type Hint = {
  readonly code: HintCode;
  readonly message: string;
  readonly page: number;
  /** Index of the zone that it concerns. */
  readonly document?: number;
  /** Index of the line that it concerns. */
  readonly line?: number;
  /** What was measured and what is needed, in the unit that the sentence names. */
  readonly found?: number;
  readonly needed?: number;
};
