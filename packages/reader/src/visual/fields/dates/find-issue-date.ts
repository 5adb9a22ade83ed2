import type { FoundValue } from '../found-value.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import type { PrintedDate } from './parse-dates.ts';
import { withEvenGaps } from './write-date.ts';

/** What other dates say about the day of issue; ISO, undefined where not known. */
export type KnownDates = {
  readonly birth: string | undefined;
  readonly expiry: string | undefined;
  readonly today: string;
  /** A visa says its first day besides (ICAO 9303-7, 3): it is issued then, or before. */
  readonly isVisa: boolean;
};

/** Documents are valid for so many years, up to so many days less or more. */
const terms = [1, 2, 3, 4, 5, 6, 7, 8, 10, 15];
const tolerance = 3;
/** The most that anything is believed which nothing proves. */
const mostUnproved = 0.94;
/** A date whose distance from the expiry is a usual term is one that fits. */
const withoutTerm = 0.8;
const firstOfVisa = 0.6;

/**
 * The day of issue: a printed date after birth and before expiry that is neither; its label, and
 * the time from it to the expiry, decide between several.
 */
export function findIssueDate(dates: readonly PrintedDate[], labels: readonly FoundLabel[], known: KnownDates): FoundValue | undefined {
  const possible = dates.filter(
    ({ iso }) =>
      // Of a year of two digits the zone's century may be another one: a usual term before expiry
      // counts for more.
      iso !== known.birth &&
      iso !== known.expiry &&
      (iso > (known.birth ?? '') || isTerm(iso, known.expiry)) &&
      iso < (known.expiry ?? '9') &&
      iso <= known.today,
  );
  const readings = possible.map(({ reading }) => reading);
  const named = new Set(
    labels
      .filter(({ key }) => key === 'issue_date')
      .flatMap((label) => readings.filter((reading) => isOn(label, reading))[0] ?? valueNearLabel(label, readings, labels) ?? []),
  );
  const other = new Set(
    labels.filter(({ key }) => key !== 'issue_date' && key !== 'other' && key !== 'authority').map(({ reading }) => reading),
  );
  const first = known.isVisa ? possible.map(({ iso }) => iso).sort()[0] : undefined;
  const rated = possible
    .filter(({ reading }) => !other.has(reading))
    .map((date) => {
      const fits = (named.has(date.reading) ? 1 : 0) + (isTerm(date.iso, known.expiry) ? 1.2 : 0) + (date.iso === first ? firstOfVisa : 0);
      return { date, rate: fits + date.confidence / 2 };
    });
  const best = rated.sort((a, b) => b.rate - a.rate)[0];
  if (!best) return undefined;
  const { date, rate } = best;
  const confidence = Math.min(mostUnproved, date.confidence * (rate >= 1 ? 1 : withoutTerm));
  return { value: withEvenGaps(date.text.trim()), confidence, stretches: [date] };
}

/** Whether a date stands on the line of its label. */
export function isOn(label: FoundLabel, reading: TextLineOf): boolean {
  return label.reading === reading || label.behind === reading;
}

type TextLineOf = FoundLabel['reading'];

/** Whether a document that is issued on one day usually expires on the other one; ISO. */
export function isTerm(issue: string, expiry: string | undefined): boolean {
  if (expiry === undefined) return false;
  return terms.some((years) => {
    const end = Date.UTC(Number(issue.slice(0, 4)) + years, Number(issue.slice(5, 7)) - 1, Number(issue.slice(8, 10)));
    return Math.abs(end - Date.parse(expiry)) <= tolerance * 86_400_000;
  });
}
