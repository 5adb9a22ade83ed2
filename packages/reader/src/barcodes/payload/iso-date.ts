/** The ISO date of a day that the calendar has; undefined for any other. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThatDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThatDay && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}
