import { plainCharacters } from '../../match/plain-letter.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import { showTheSame } from '../lines/page-lines.ts';
import type { Search } from '../search.ts';
import { saysAlmost } from './find-differing.ts';
import { findKnown } from './find-known.ts';
import { isDenied } from './find-known-texts.ts';
import type { KnownText } from './known-texts.ts';

/** What these name may be the same word as a name. */
const places: ReadonlySet<FoundLabel['key']> = new Set(['place_of_birth', 'authority', 'address']);

/**
 * A name that is that of a place as well may have been found where the place is printed, alone on
 * the line that its label names. It is moved where another line says it, or almost does.
 */
export function moveFromPlaces(known: readonly KnownText[], search: Search, labels: readonly FoundLabel[]): void {
  const { values, checks, lines, looks, keep } = search;
  const isLabel = new Set(labels.map(({ reading }) => reading));
  for (const text of known) {
    const { key, words } = text;
    const value = values[key];
    const [stretch] = value?.stretches ?? [];
    if (words.length === 0 || !value || !stretch || plainCharacters(stretch.reading.text) !== plainCharacters(value.value)) continue;
    const free = lines.free().filter((reading) => !isLabel.has(reading));
    const isNamed = (isOwn: (label: FoundLabel) => boolean) =>
      labels.some(
        (label) => isOwn(label) && !label.behind && valueNearLabel(label, [...free, stretch.reading], labels) === stretch.reading,
      );
    if (!isNamed((label) => places.has(label.key)) || isNamed((label) => label.key === key)) continue;
    const elsewhere = free.filter((reading) => !showTheSame(stretch.reading, reading));
    const other = findKnown(text, elsewhere);
    if (!other && !text.patterns.some((pattern) => elsewhere.some(saysAlmost(pattern)))) continue;
    delete values[key];
    lines.release(value);
    keep(key, other);
    checks[key] = other && !isDenied(other, text, looks) ? 'match' : 'not_found';
  }
}
