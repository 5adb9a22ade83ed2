import type { HintCode } from '@ocr-web/reader';
import type { FrameReading } from '@ocr-web/reader-web';

/** What the person is told to do: a hint of the reader, or one of the scanner's own. */
export type OrderCode = HintCode | 'hold_still' | 'other_document';

/** What can be done about soonest comes first; one order at a time. */
const priority: readonly HintCode[] = [
  'too_dark',
  'mrz_cut_off',
  'mrz_too_small',
  'glare',
  'partly_covered',
  'motion_blurred',
  'blurred',
  'low_contrast',
  'not_read',
  'no_mrz',
];

type Seen = Pick<FrameReading, 'detected' | 'hints'>;

/**
 * The one thing to tell about a frame.
 *
 * @param isWanted whether the document is of a kind that is to be scanned
 */
export function chooseOrder({ detected, hints }: Seen, isWanted: boolean): OrderCode {
  if (!isWanted) return 'other_document';
  const codes = new Set(hints.map(({ code }) => code));
  const first = priority.find((code) => codes.has(code));
  if (first !== undefined && !(first === 'not_read' && detected.length > 0)) return first;
  return detected.length > 0 ? 'hold_still' : 'no_mrz';
}
