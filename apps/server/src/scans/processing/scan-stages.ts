import type { ReadingTiming } from '@ocr-web/reader';

/**
 * What a scan goes through: the wait for a worker, its picture from the store, the wait for a
 * reader process, that reader's stages, and the commit of the result.
 */
export const scanStages = ['queue', 'fetch', 'dispatch', 'decode', 'detect', 'rectify', 'recognise', 'interpret', 'store'] as const;

/** How long each took, milliseconds; those that a scan did not come to are missing. */
export type StageTimes = { [Stage in (typeof scanStages)[number]]?: number };

/**
 * Splits the time of a reading as the reader tells it.
 *
 * @param ms from handing the picture over to having the reading
 */
export function splitReading(
  { total_ms, decode_ms, detect_ms, rectify_ms, recognise_ms, interpret_ms }: ReadingTiming,
  ms: number,
): StageTimes {
  return {
    dispatch: Math.max(0, ms - total_ms),
    decode: decode_ms,
    detect: detect_ms,
    rectify: rectify_ms,
    recognise: recognise_ms,
    interpret: interpret_ms,
  };
}
