import { ageOn } from '../model/calendar.ts';
import type { GuestFact, PropertyFact, StayFact } from '../model/fact.ts';
import type { Found } from '../model/found.ts';
import type { Registration } from '../model/registration.ts';
import type { ResolvedGuest } from '../model/resolve-guest.ts';

/** What a field can ask: one guest, the stay, the property. */
export interface Context {
  /** Index of the guest; undefined outside guests. */
  readonly index: number | undefined;
  readonly guestCount: number;
  readonly registration: Registration;
  readonly guest: (fact: GuestFact) => Found | undefined;
  readonly stay: (fact: StayFact) => Found | undefined;
  readonly property: (fact: PropertyFact) => Found | undefined;
  /** Full years on the day of arrival; undefined without both days. */
  readonly age: number | undefined;
}

/** @param guest undefined for the fields of stay and property */
export function makeContext(registration: Registration, guest?: ResolvedGuest, index?: number): Context {
  const stay = (fact: StayFact) => textOf(registration.stay[fact], 'desk');
  return {
    index,
    guestCount: registration.guests.length,
    registration,
    guest: (fact) => guest?.[fact],
    stay,
    property: (fact) => textOf(registration.property.values[fact], 'property'),
    age: ageOn(guest?.birth_date?.value, stay('arrival_date')?.value),
  };
}

function textOf(value: string | undefined, source: Found['source']): Found | undefined {
  const text = value?.trim();
  return text ? { value: text, source } : undefined;
}

/** A value that follows from others, with the source of what decided. */
export function derived(value: string | undefined, from: Found | undefined): Found | undefined {
  return value === undefined ? undefined : { value, source: from?.source ?? 'property', doubt: from?.doubt };
}
