import type { ReadingTiming } from '@ocr-web/reader';

/**
 * What a reader does, in the order in which a page goes through it; the last three only where they
 * are asked for.
 */
export const readerStages = ['decode', 'detect', 'rectify', 'recognise', 'interpret', 'visual', 'portrait', 'barcodes'] as const;

/**
 * What a scan goes through: the wait for a worker, its picture from the store, the wait for a
 * reader process, that reader's stages, and the commit of the result.
 */
export const scanStages = ['queue', 'fetch', 'dispatch', ...readerStages, 'store'] as const;

/** How long each took, milliseconds; those that a scan did not come to are missing. */
export type StageTimes = { [Stage in (typeof scanStages)[number]]?: number };

/**
 * Splits the time of a reading as the reader tells it.
 *
 * @param ms from handing the picture over to having the reading
 */
export function splitReading(timing: ReadingTiming, ms: number): StageTimes {
  const times: StageTimes = { dispatch: Math.max(0, ms - timing.total_ms) };
  for (const stage of readerStages) {
    const spent = timing[`${stage}_ms`];
    if (spent !== undefined) times[stage] = spent;
  }
  return times;
}
