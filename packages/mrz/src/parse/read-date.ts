/**
 * What a date field says. `complete`: a day of the calendar. `partial`: day, or day and month, not
 * known. `unknown`: nothing printed. `indefinite`: a mark for "no expiry". `impossible`: not in
 * the calendar, or no digits.
 */
export type DateStatus = 'complete' | 'partial' | 'unknown' | 'indefinite' | 'impossible';

/** Why a century was taken. The zone prints two digits of the year (ICAO Doc 9303-3 §4.8). */
export type CenturyReason = 'birth: latest not in the future' | 'expiry: nearest to today' | 'expiry: not before 1980';

export interface DateReading {
  /** Six characters as printed, YYMMDD. */
  readonly raw: string;
  readonly status: DateStatus;
  /** ISO 8601 with the precision printed: YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly iso: string | undefined;
  readonly century: CenturyReason | undefined;
  /** The day itself, where the date is complete. */
  readonly day: Day | undefined;
}

/** A day in the calendar: year with its century, month 1 to 12, day 1 to 31. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The first edition of Doc 9303 appeared in 1980: no machine readable document expired before. */
const firstExpiry = 1980;
const printed = /* @__PURE__ */ Array.from({ length: 100 }, (_, value) => (value < 10 ? `0${value}` : `${value}`));

/** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar. */
export function parseDay(iso: string): Day | undefined {
  const century = pair(iso, 0);
  const yy = pair(iso, 2);
  const month = pair(iso, 5);
  const day = pair(iso, 8);
  const year = 100 * century + yy;
  if (iso.length !== 10 || iso.charAt(4) !== '-' || iso.charAt(7) !== '-' || Math.min(century, yy, month, day) < 0) return undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

/**
 * Reads a date of birth: the latest century that does not put it in the future. Day, or month and
 * day, that nobody knows are `<<` (ICAO Doc 9303-3 §4.8) or, as Switzerland, Belgium and others
 * print them, 00. Nothing but zeros is unknown: it may mean the year 2000 or no year.
 */
export function readBirthDate(raw: string, today: Day): DateReading {
  if (raw === '000000') return withoutDay(raw, 'unknown');
  return readDate(zerosToFillers(raw), raw, (year, month, day) => {
    const inThisCentury = today.year - (today.year % 100) + year;
    const isFuture = compare(inThisCentury, month, day, today) > 0;
    return [isFuture ? inThisCentury - 100 : inThisCentury, 'birth: latest not in the future'];
  });
}

/**
 * Reads a date of expiry: the year nearest to today, but not before 1980.
 * @param noneBefore the day (YYYY-MM-DD) before which no document of this kind can have expired,
 *   where its issuer prints the year 9999 for "no expiry": a year 99 before that day means it.
 */
export function readExpiryDate(raw: string, today: Day, noneBefore?: string): DateReading {
  if (raw === '999999') return withoutDay(raw, 'indefinite');
  const date = readDate(raw, raw, (year) => {
    const base = today.year - (today.year % 100) + year;
    const nearest = base - today.year > 50 ? base - 100 : today.year - base > 50 ? base + 100 : base;
    return nearest < firstExpiry ? [nearest + 100, 'expiry: not before 1980'] : [nearest, 'expiry: nearest to today'];
  });
  const isYear9999 = noneBefore !== undefined && raw.startsWith('99') && date.iso !== undefined && date.iso < noneBefore;
  return isYear9999 ? withoutDay(raw, 'indefinite') : date;
}

/** A date whose day, or month and day, are 00 with fillers in their place. */
function zerosToFillers(raw: string): string {
  if (raw.charCodeAt(4) !== 48 || raw.charCodeAt(5) !== 48) return raw.endsWith('00<<') ? `${raw.slice(0, 2)}<<<<` : raw;
  return raw.slice(2, 4) === '00' ? `${raw.slice(0, 2)}<<<<` : `${raw.slice(0, 4)}<<`;
}

function readDate(text: string, raw: string, century: (year: number, month: number, day: number) => [number, CenturyReason]): DateReading {
  const yy = pair(text, 0);
  const mm = pair(text, 2);
  const dd = pair(text, 4);
  if (raw.length !== 6 || yy === impossible || mm === impossible || dd === impossible) return withoutDay(raw, 'impossible');
  if (yy === missing) {
    return mm === missing && dd === missing ? withoutDay(raw, 'unknown') : withoutDay(raw, 'impossible');
  }
  if (mm === missing) {
    const [year, reason] = century(yy, 0, 0);
    return dd === missing ? { raw, status: 'partial', iso: `${year}`, century: reason, day: undefined } : withoutDay(raw, 'impossible');
  }
  const [year, reason] = century(yy, mm, dd === missing ? 0 : dd);
  if (mm < 1 || mm > 12 || dd === 0 || dd > daysIn(year, mm)) return withoutDay(raw, 'impossible');
  if (dd === missing) return { raw, status: 'partial', iso: `${year}-${printed[mm]}`, century: reason, day: undefined };
  const day = { year, month: mm, day: dd };
  return { raw, status: 'complete', iso: `${year}-${printed[mm]}-${printed[dd]}`, century: reason, day };
}

/** True for six characters that are a date of birth, complete or partial, in some century. */
export function isPossibleDate(raw: string): boolean {
  return (
    raw === '000000' ||
    readDate(zerosToFillers(raw), raw, (year) => [2000 + year, 'birth: latest not in the future']).status !== 'impossible'
  );
}

function withoutDay(raw: string, status: DateStatus): DateReading {
  return { raw, status, iso: undefined, century: undefined, day: undefined };
}

const missing = -1;
const impossible = -2;

/** Two digits as a number, `missing` for `<<`, `impossible` for anything else. */
function pair(raw: string, at: number): number {
  const tens = raw.charCodeAt(at) - 48;
  const units = raw.charCodeAt(at + 1) - 48;
  if (tens >= 0 && tens <= 9 && units >= 0 && units <= 9) return 10 * tens + units;
  return tens === 12 && units === 12 ? missing : impossible; // '<' stands 12 places after '0'
}

function compare(year: number, month: number, day: number, today: Day): number {
  return year - today.year || month - today.month || day - today.day;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Full years between two days. */
export function yearsBetween(from: Day, to: Day): number {
  const hadBirthday = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (hadBirthday ? 0 : 1);
}
