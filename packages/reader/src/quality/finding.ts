import type { ZoneReading } from '../reading.ts';
import type { HintCode } from './hint.ts';

/** A hint before it is put in words and the zones of all pages have their final order. */
export type Finding = {
  readonly code: HintCode;
  /** The zone that it is about, where that was read. */
  readonly zone?: ZoneReading;
  /** From 0. */
  readonly line?: number;
  readonly found?: number;
  readonly needed?: number;
  /** A sentence that says why, where the code alone does not. */
  readonly cause?: string;
};

/** From this confidence on a score may be "sure"; what lowers it then is on the document, not in the picture. */
const sure = 0.98;

/** Whether a better picture would hardly tell more. */
export function isWellRead({ confidence }: ZoneReading): boolean {
  return confidence >= sure;
}
