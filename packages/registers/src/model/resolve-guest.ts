import { plainLetters } from '../text/letters.ts';
import { type GuestFact, guestFacts } from './fact.ts';
import type { Found } from './found.ts';
import { readZone, type ZoneFact } from './read-zone.ts';
import type { GuestInput } from './registration.ts';

/** Facts of one guest, the best source of each. */
export type ResolvedGuest = Readonly<Partial<Record<GuestFact, Found>>>;

/** A reading with this score or more is called sure. */
const sureScore = 95;

/** Puts the sources of a guest together: what the desk types wins, then the visual zone. */
export function resolveGuest({ zone, score, visual, desk }: GuestInput): ResolvedGuest {
  const read = zone ? readZone(zone) : {};
  const isSure = score === undefined || score >= sureScore;
  const found: Partial<Record<GuestFact, Found>> = {};
  for (const name of Object.keys(guestFacts) as GuestFact[]) {
    const inZone = read[name];
    const typed = desk?.[name]?.trim();
    const seen = visual?.[name]?.trim();
    if (typed) found[name] = { value: typed, source: 'desk', differsFrom: difference(typed, inZone) };
    else if (seen) found[name] = { value: seen, source: 'visual', differsFrom: difference(seen, inZone) };
    else if (inZone)
      found[name] = {
        value: inZone.value,
        source: 'zone',
        doubt: inZone.doubt ?? (isSure || inZone.isProved || name === 'document_type' ? undefined : 'unsure'),
      };
  }
  return found;
}

/** What check digits prove of the document, where a value says something else but for accents. */
function difference(value: string, inZone: ZoneFact | undefined): string | undefined {
  if (!inZone?.isProved) return undefined;
  return plainLetters(value).replace(/[^A-Z0-9]/g, '') === plainLetters(inZone.value).replace(/[^A-Z0-9]/g, '') ? undefined : inZone.value;
}
