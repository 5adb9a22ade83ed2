import { language } from './language.ts';

/** A day as ISO 8601 prints it, in words: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function formatDay(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const parts = { year: 'numeric', month: 'long', ...(day !== undefined && { day: 'numeric' as const }) } as const;
  return new Intl.DateTimeFormat(language.value, { ...parts, timeZone: 'UTC' }).format(date);
}

/** A moment in the reader's own time zone. */
export function formatTime(iso: string): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A probability as a percentage that never rounds up to certainty. */
export function formatShare(share: number): string {
  const percent = new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 });
  return percent.format(Math.floor(share * 1000) / 1000);
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language.value).format(value);
}

/** Bytes in the largest unit that leaves a number of one or more. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const style = { style: 'unit', unit: units[step]!, unitDisplay: 'short', maximumFractionDigits: step === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(language.value, style).format(bytes / 1000 ** step);
}

/** `a, b and c`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(language.value, { type: 'conjunction' }).format(items);
}
