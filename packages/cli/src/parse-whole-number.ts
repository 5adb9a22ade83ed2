import { UsageError } from './usage-error.ts';

/** Takes the value of an option that is a whole number in a closed range. @throws UsageError that names the option */
export function parseWholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new UsageError(`${option} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}
