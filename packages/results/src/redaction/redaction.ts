/**
 * What becomes of protected numbers: their characters are covered, or the number is left out too.
 */
export type Redaction = 'mask' | 'omit';
