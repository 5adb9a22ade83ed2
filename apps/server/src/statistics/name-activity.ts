import type { Outcome } from '../scans/processing/finish-scan.ts';
import type { ScanTimes } from '../scans/processing/process-scan.ts';
import { latencyRange } from './latency-ranges.ts';

/** What a scan that has ended is counted as. */
export const scanOutcomes = ['sure', 'unsure', 'no_zone', 'failed'] as const;

/** A score from which a reading is called sure. */
const sureScore = 95;

/**
 * Returns what is counted of a scan that has ended: names from a closed list, and nothing of what
 * was read. Kind and detail are separated by a blank.
 */
export function nameActivity(outcome: Outcome, { readingMs, totalMs }: Pick<ScanTimes, 'readingMs' | 'totalMs'>): string[] {
  const times = [`reading ${latencyRange(readingMs)}`, `total ${latencyRange(totalMs)}`];
  if (outcome.status === 'failed') return ['outcome failed', `failure ${outcome.errorCode}`, ...times];
  const { zones, hints } = outcome.reading;
  const [best] = zones;
  const name: (typeof scanOutcomes)[number] = best === undefined ? 'no_zone' : best.score >= sureScore ? 'sure' : 'unsure';
  return [`outcome ${name}`, ...new Set(hints.map(({ code }) => `hint ${code}`)), ...times];
}
