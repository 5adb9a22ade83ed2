/** Milliseconds of a day. */
const dayMs = 86_400_000;

/** The day of the calendar that YYYY-MM-DD names, as milliseconds in UTC; undefined for none. */
function toTime(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : time;
}

/** Whether the text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return toTime(text) !== undefined;
}

/** Whether the text is a time of the day, HH:MM. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Days from one to another; undefined when one of them is none. */
export function daysBetween(from: string | undefined, until: string | undefined): number | undefined {
  const [start, end] = [toTime(from ?? ''), toTime(until ?? '')];
  return start === undefined || end === undefined ? undefined : Math.round((end - start) / dayMs);
}

/** Full years from a birth to a day; undefined without both days. */
export function ageOn(birth: string | undefined, day: string | undefined): number | undefined {
  if (birth === undefined || day === undefined || !isDay(birth) || !isDay(day)) return undefined;
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}
