import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualKey } from '../visual-reading.ts';
import { parseDates } from './dates/parse-dates.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import { isPlausible } from './lines/is-plausible.ts';
import type { PageLines } from './lines/page-lines.ts';
import { partReading } from './lines/part-reading.ts';

/** What stands behind the numbers of a driving licence (Directive 2006/126/EC, annex I, 3). */
const numbered: Readonly<Record<string, VisualKey>> = Object.freeze({
  '1': 'surname',
  '2': 'given_names',
  '3': 'birth_date',
  '4a': 'issue_date',
  '4b': 'expiry_date',
  '4c': 'authority',
  '4d': 'personal_number',
  '5': 'document_number',
  '8': 'address',
});
const dates: ReadonlySet<VisualKey> = new Set(['birth_date', 'issue_date', 'expiry_date']);
/** Numbers that only such a layout has; so many of them make it one. */
const telling: ReadonlySet<string> = new Set(['4a', '4b', '4c', '4d']);
const minTelling = 2;
/** A number before a value, with its point: `4a.`. */
const number = /(?<![\p{L}\d./-])(4[abcd](?=[.,:) ])|[12358](?=[.,:)]))[.,:)]? +(?=\S)/gu;
const minConfidence = 0.6;
const mostUnproved = 0.94;

/**
 * The values of a page whose fields are numbered as those of a driving licence; none of another
 * page.
 */
export function findNumbered(lines: PageLines, latest: number): Partial<Record<VisualKey, FoundValue>> {
  const parts = lines.free().flatMap(numberedParts);
  if (new Set(parts.filter(({ name }) => telling.has(name)).map(({ name }) => name)).size < minTelling) return {};
  const values: Partial<Record<VisualKey, FoundValue>> = {};
  for (const { name, reading } of parts) {
    const key = numbered[name]!;
    const value = dates.has(key) ? dateOf(reading, latest) : textOf(reading);
    if (value) values[key] ??= value;
  }
  return values;
}

/** The stretches of a line behind each number on it. */
function numberedParts(reading: TextReading): { readonly name: string; readonly reading: TextReading }[] {
  const found = [...reading.text.matchAll(number)];
  return found.flatMap((match, index) => {
    const first = reading.characters[match.index + match[0].length];
    const next = found[index + 1];
    const end = next ? reading.characters[next.index]!.from : reading.scores.steps;
    const part = first && partReading(reading, first.from, end);
    return part && part.confidence >= minConfidence ? [{ name: match[1]!, reading: part }] : [];
  });
}

function dateOf(reading: TextReading, latest: number): FoundValue | undefined {
  const [date] = parseDates([reading], latest);
  return date && { value: date.text.trim(), confidence: Math.min(mostUnproved, date.confidence), stretches: [date] };
}

function textOf(reading: TextReading): FoundValue | undefined {
  if (!isPlausible(reading)) return undefined;
  const sure = reading.characters.reduce((product, { confidence }) => product * confidence, 1);
  return valueOfLines([reading], Math.min(mostUnproved, sure));
}
