import { UsageError } from '../cli-error.ts';

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A hundred years: what is longer was not meant. */
const maxMs = 36_525 * 86_400_000;

/**
 * Reads a duration such as 90d, 24h or 0: a whole number with the unit s, m, h, d or w.
 *
 * @param option for the error
 * @returns milliseconds
 * @throws UsageError when it is no duration
 */
export function parseDuration(text: string, option: string): number {
  const [, count, unit] = /^(\d{1,9})([smhdw])$/.exec(text) ?? [];
  const ms = text === '0' ? 0 : Number(count) * (units[unit ?? ''] ?? Number.NaN);
  if (ms <= maxMs) return ms;
  throw new UsageError(`${option} must be a number with the unit s, m, h, d or w, such as 24h or 90d, not "${text}".`);
}
