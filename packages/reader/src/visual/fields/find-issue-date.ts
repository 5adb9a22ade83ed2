import type { FoundLabel } from './find-labels.ts';
import type { FoundValue } from './found-value.ts';
import type { PageLines } from './page-lines.ts';
import type { PrintedDate } from './parse-dates.ts';
import { valueNearLabel } from './value-near-label.ts';

/** What other dates say about the day of issue; ISO, undefined where not known. */
export type KnownDates = { readonly birth: string | undefined; readonly expiry: string | undefined; readonly today: string };

/** Documents are valid for so many years, up to so many days less or more. */
const terms = [1, 2, 3, 5, 6, 7, 10, 15];
const tolerance = 3;
/** The most that anything is believed which nothing proves. */
const mostUnproved = 0.94;
/** A date whose distance from the expiry is a usual term is one that fits. */
const withoutTerm = 0.8;

/**
 * The day of issue: a printed date after birth and before expiry that is neither; its label, and
 * the time from it to the expiry, decide between several.
 */
export function findIssueDate(
  dates: readonly PrintedDate[],
  labels: readonly FoundLabel[],
  lines: PageLines,
  known: KnownDates,
): FoundValue | undefined {
  const possible = dates.filter(
    ({ iso }) =>
      iso !== known.birth && iso !== known.expiry && iso > (known.birth ?? '') && iso < (known.expiry ?? '9') && iso <= known.today,
  );
  const named = new Set(
    labels
      .filter(({ key }) => key === 'issue_date')
      .flatMap(
        (label) =>
          valueNearLabel(
            label,
            lines.readings.filter((reading) => possible.some((date) => date.reading === reading)),
          ) ?? [],
      ),
  );
  const other = new Set(
    labels.filter(({ key }) => key !== 'issue_date' && key !== 'other' && key !== 'authority').map(({ reading }) => reading),
  );
  const rated = possible
    .filter(({ reading }) => !other.has(reading))
    .map((date) => ({ date, rate: (named.has(date.reading) ? 1 : 0) + (isTerm(date.iso, known.expiry) ? 1.2 : 0) + date.confidence / 2 }));
  const best = rated.sort((a, b) => b.rate - a.rate)[0];
  if (!best) return undefined;
  const { date, rate } = best;
  const confidence = Math.min(mostUnproved, date.confidence * (rate >= 1 ? 1 : withoutTerm));
  return { value: date.text.trim(), confidence, stretches: [date] };
}

function isTerm(issue: string, expiry: string | undefined): boolean {
  if (expiry === undefined) return false;
  return terms.some((years) => {
    const end = Date.UTC(Number(issue.slice(0, 4)) + years, Number(issue.slice(5, 7)) - 1, Number(issue.slice(8, 10)));
    return Math.abs(end - Date.parse(expiry)) <= tolerance * 86_400_000;
  });
}

/** People are at least this old when their document is issued, years. */
const minYears = 15;

/**
 * Dates that nothing names: the first one, years before all others, is that of birth, and one that
 * lies ahead, or the last, that of expiry.
 */
export function nameDates(dates: readonly PrintedDate[], today: string): [key: 'birth_date' | 'expiry_date', value: FoundValue][] {
  const sorted = [...dates].sort((a, b) => (a.iso < b.iso ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const named: [key: 'birth_date' | 'expiry_date', value: FoundValue][] = [];
  const placed = (date: PrintedDate): FoundValue => ({
    value: date.text.trim(),
    confidence: Math.min(0.9, withoutTerm * date.confidence),
    stretches: [date],
  });
  const next = sorted[1]?.iso.slice(0, 4) ?? today.slice(0, 4);
  if (first.iso < today && Number(next) - Number(first.iso.slice(0, 4)) >= minYears) named.push(['birth_date', placed(first)]);
  if (last !== first && (last.iso > today || sorted.length > 2 || named.length > 0)) named.push(['expiry_date', placed(last)]);
  return named;
}

/** A date near the label of its kind, which is not the one that the zone has. */
export function findLabelledDate(
  key: 'birth_date' | 'expiry_date',
  dates: readonly PrintedDate[],
  labels: readonly FoundLabel[],
): FoundValue | undefined {
  const readings = dates.map(({ reading }) => reading);
  for (const label of labels) {
    if (label.key !== key) continue;
    const value = valueNearLabel(label, readings);
    const date = dates.find(({ reading }) => reading === value);
    if (date) return { value: date.text.trim(), confidence: Math.min(mostUnproved, withoutTerm * date.confidence), stretches: [date] };
  }
  return undefined;
}
