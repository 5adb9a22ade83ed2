import { type FoundValues, medianCap } from '../find-by-order.ts';
import type { FoundValue } from '../found-value.ts';
import { capHeight } from '../lines/page-lines.ts';

/** What is printed so much lower than other values is a note or stands over a ghost portrait. */
const lowest = 0.72;

/** Whether a value is printed lower than the others of its page. */
export function isLowPrint(value: FoundValue | undefined, values: FoundValues): boolean {
  const least = lowest * (medianCap(values) ?? 0);
  return value?.stretches.every(({ reading }) => capHeight(reading) < least) ?? false;
}
