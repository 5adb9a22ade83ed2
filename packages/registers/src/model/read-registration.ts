import { guestFacts, propertyFacts, stayFacts } from './fact.ts';
import type { GuestInput, Property, Registration, Values } from './registration.ts';

/** A stay as somebody wrote it down, and what in it is nothing that registers know. */
export interface WrittenRegistration {
  /** The guests without what was read of their documents. */
  readonly registration: Registration;
  /** Each with its place, such as `guests.0.desk.adress: there is no such value`. */
  readonly problems: readonly string[];
}

type Report = (place: string, problem: string) => void;

/**
 * Reads a stay from parsed JSON: `property`, `stay`, and `guests` with `desk` and `visual` each.
 * Every value is text; what has another name or kind is reported and left out.
 */
export function readRegistration(json: unknown): WrittenRegistration {
  const problems: string[] = [];
  const report: Report = (place, problem) => problems.push(`${place}: ${problem}`);
  const root = recordOf(json, 'the file', report);
  reportOthers(root, ['property', 'stay', 'guests'], '', report);
  const { it_state_codes, hr_document_types, ...values } = recordOf(root.property, 'property', report);
  const property: Property = {
    values: textsOf(values, Object.keys(propertyFacts), 'property', report),
    itStateCodes: codesOf(it_state_codes, 'property.it_state_codes', report),
    hrDocumentTypes: codesOf(hr_document_types, 'property.hr_document_types', report),
  };
  const stay = textsOf(recordOf(root.stay, 'stay', report), Object.keys(stayFacts), 'stay', report);
  const list = root.guests ?? [];
  if (!Array.isArray(list)) report('guests', 'must be a list');
  const guests = (Array.isArray(list) ? list : []).map((guest, index) => readGuest(guest, `guests.${index}`, report));
  return { registration: { property, stay, guests }, problems };
}

function readGuest(json: unknown, place: string, report: Report): GuestInput {
  const guest = recordOf(json, place, report);
  reportOthers(guest, ['desk', 'visual'], `${place}.`, report);
  const facts = Object.keys(guestFacts);
  const [desk, visual] = (['desk', 'visual'] as const).map((part) =>
    textsOf(recordOf(guest[part], `${place}.${part}`, report), facts, `${place}.${part}`, report),
  );
  return { desk, visual };
}

function recordOf(json: unknown, place: string, report: Report): Readonly<Record<string, unknown>> {
  if (json === undefined) return {};
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Readonly<Record<string, unknown>>;
  report(place, 'must be an object');
  return {};
}

function reportOthers(record: Readonly<Record<string, unknown>>, names: readonly string[], place: string, report: Report): void {
  for (const name of Object.keys(record)) if (!names.includes(name)) report(`${place}${name}`, 'there is no such part');
}

function textsOf(record: Readonly<Record<string, unknown>>, names: readonly string[], place: string, report: Report): Values<string> {
  const known = Object.entries(record).filter(([name, value]) => {
    if (!names.includes(name)) report(`${place}.${name}`, 'there is no such value');
    else if (typeof value !== 'string') report(`${place}.${name}`, 'must be a text');
    return names.includes(name) && typeof value === 'string';
  });
  return Object.fromEntries(known) as Values<string>;
}

function codesOf(json: unknown, place: string, report: Report): Readonly<Record<string, string>> {
  const entries = Object.entries(recordOf(json, place, report)).filter(([name, value]) => {
    if (typeof value !== 'string') report(`${place}.${name}`, 'must be a text');
    return typeof value === 'string';
  });
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}
