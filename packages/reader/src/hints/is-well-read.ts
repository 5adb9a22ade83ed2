import type { ZoneReading } from '../reading.ts';

/** From this confidence on a score may be "sure"; what lowers it then is on the document, not in the picture. */
const sure = 0.98;

/** Whether a better picture would hardly tell more. */
export function isWellRead({ confidence }: ZoneReading): boolean {
  return confidence >= sure;
}
