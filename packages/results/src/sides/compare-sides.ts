import type { Fact, Side, SideFact } from './side-facts.ts';

/** What speaks for and against two sides being of one document. */
export type SideComparison = { readonly agrees: readonly SideFact[]; readonly contradicts: readonly SideFact[] };

const names: readonly SideFact[] = ['surname', 'given_names'];
const dates: readonly SideFact[] = ['birth_date', 'expiry_date'];
const numbers: readonly SideFact[] = ['document_number', 'personal_number'];

/**
 * Shorter names agree too often by chance to be told apart from a longer one by their beginning.
 */
const minNameLength = 3;

/** Compares what both sides say. */
export function compareSides(one: Side, other: Side): SideComparison {
  const agrees: SideFact[] = [];
  const contradicts: SideFact[] = [];
  for (const [key, facts] of one.facts) {
    const others = other.facts.get(key) ?? [];
    if (others.length === 0) continue;
    if (facts.some((fact) => others.some((second) => isSame(key, fact, second)))) agrees.push(key);
    else if (facts.some(({ isSure }) => isSure) && others.some(({ isSure }) => isSure)) contradicts.push(key);
  }
  return { agrees, contradicts };
}

/**
 * Whether that is enough to call them one document: nothing contradicts, and a number agrees, or a
 * name and a date.
 */
export function belongTogether({ agrees, contradicts }: SideComparison): boolean {
  const some = (keys: readonly SideFact[]) => agrees.some((key) => keys.includes(key));
  return contradicts.length === 0 && (some(numbers) || (some(names) && some(dates)));
}

/** Names may be cut off in a zone. */
function isSame(key: SideFact, { value, plain: one }: Fact, { value: otherValue, plain: two }: Fact): boolean {
  if (dates.includes(key)) return value === otherValue;
  if (one === '' || two === '') return false;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return one === two || (names.includes(key) && short.length >= minNameLength && long.startsWith(short));
}
