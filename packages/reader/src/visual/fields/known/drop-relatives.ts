import { plainLetters } from '../labels/compare-letters.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';
import type { Search } from '../search.ts';

/** Labels of parents' and spouses' names: who has the same surname is not the holder. */
const relative = /father|mother|padre|madre|spouse|parents/;

/** Takes back a name of the zone that was found only where a relative's stands. */
export function dropRelatives(labels: readonly FoundLabel[], { values, checks }: Search): void {
  const relatives = labels.filter(({ key, reading }) => key === 'other' && relative.test(plainLetters(reading.text)));
  for (const key of ['surname', 'given_names'] as const) {
    const reading = values[key]?.stretches[0]?.reading;
    if (!reading || !relatives.some((label) => valueNearLabel(label, [reading], labels) === reading)) continue;
    delete values[key];
    checks[key] = 'not_found';
  }
}
