import type { MrzDocument } from '@ocr-web/mrz';
import { visas } from '../../tables/visas.ts';
import { showTheSamePart } from '../lines/page-lines.ts';
import type { Search } from '../search.ts';
import { differsClearly, digitsOf } from './compare-date.ts';
import { isTerm } from './find-issue-date.ts';
import type { ZoneDate } from './name-dates.ts';
import { type PrintedDate, parseDates } from './parse-dates.ts';

/** A passport says three days, those of birth, of issue and of expiry: two besides a known one. */
const daysBesides = 2;
/** With all its digits, so that none was missed. */
const inFull = /^\d\d\D.*\D\d{4}\.?$/;
/** Of a day whose digits are so surely read it is known which one it is. */
const minConfidence = 0.3;
/** So many closer looks must show a day that was not read before. */
const leastAgreeing = 2;

/**
 * A day of birth or expiry that is another one than the zone's, told by the order of days where its
 * label is not legible: three are printed, one is the zone's other day, another one can be that of
 * issue, a usual term before the document expires, and this is the first, or the last. Visas say
 * other days.
 *
 * @param latest the year before whose end dates lie
 */
export function findDifferingDate(
  key: ZoneDate,
  document: MrzDocument | undefined,
  { checks, lines, looks, values }: Search,
  latest: number,
): PrintedDate | undefined {
  const otherKey = key === 'birth_date' ? 'expiry_date' : 'birth_date';
  if (visas.has(document?.format ?? '') || checks[otherKey] !== 'match') return undefined;
  const [zone, known] = key === 'birth_date' ? [document?.birthDate, document?.expiryDate] : [document?.expiryDate, document?.birthDate];
  const knownIso = known?.iso;
  if (knownIso === undefined) return undefined;
  // Where the known day stands it may be misread as a further one.
  const isElsewhere = (date: PrintedDate) => !values[otherKey]?.stretches.some((stretch) => showTheSamePart(stretch, date));
  const [seen, closer] = [lines.readings, looks].map((readings) => parseDates(readings, latest).filter(isElsewhere));
  const all = listDays(seen!, closer!).filter(({ iso }) => iso !== knownIso);
  const days = [...new Set(all.map(({ iso }) => iso))].sort();
  const isRead = (day: string) => all.some((date) => date.iso === day && isSure(date));
  if (days.length !== daysBesides || !days.every(isRead)) return undefined;
  const isInOrder = key === 'birth_date' ? days.at(-1)! < knownIso : days[0]! > knownIso;
  const date = all.find((one) => one.iso === (key === 'birth_date' ? days[0] : days.at(-1)) && isSure(one));
  const issue = key === 'birth_date' ? days.at(-1)! : days[0]!;
  const expiries = key === 'birth_date' ? [knownIso] : [zone?.iso, date?.iso];
  if (!expiries.some((expiry) => isTerm(issue, expiry))) return undefined;
  return date && isInOrder && inFull.test(date.text) && differsClearly(date, zone, all, closer!) ? date : undefined;
}

/** Two digits of a year do not tell which days come first. Marks and letters need not be sure. */
const isSure = (date: PrintedDate) =>
  digitsOf(date).reduce((product, { confidence }) => product * confidence, 1) >= minConfidence && /\d{4}/.test(date.text);

/**
 * Each day in the reading that most others of its place agree with, or the surest of these; a day
 * that only closer looks show, as several of them do.
 */
function listDays(seen: readonly PrintedDate[], looks: readonly PrintedDate[]): PrintedDate[] {
  const all = [...seen, ...looks];
  const agreeing = (date: PrintedDate) => all.filter((other) => other.iso === date.iso && showTheSamePart(other, date)).length;
  const counted = all.map((date) => ({ date, count: agreeing(date) }));
  const known = counted.filter(({ date, count }) => count >= leastAgreeing || seen.includes(date));
  return withoutRepeats(known.sort((a, b) => b.count - a.count || b.date.confidence - a.date.confidence).map(({ date }) => date));
}

/** Of those in one place the first. */
function withoutRepeats(dates: readonly PrintedDate[]): PrintedDate[] {
  return dates.filter((date, index) => !dates.slice(0, index).some((before) => showTheSamePart(before, date)));
}
