import type { MrzDocument } from '@ocr-web/mrz';
import { type CheckedRegistration, checkRegistration, type Level, type RegisterName, registers } from '@ocr-web/registers';
import { computed, signal } from '@preact/signals';
import { asProperty, type KeptProperty, keepProperty, readKeptProperty } from './kept-property.ts';

/** A guest of tonight: what became of the picture, and what the desk has typed. */
export type NightGuest = {
  readonly id: number;
  /** Name of the file; undefined for a guest who was added by hand. */
  readonly name: string | undefined;
  readonly state: 'reading' | 'read' | 'failed';
  readonly failure?: { readonly message: string; readonly readOnService: (() => void) | undefined };
  readonly zone?: MrzDocument;
  /** How sure the reader was, 0 to 100. */
  readonly score?: number;
  readonly desk: Readonly<Record<string, string>>;
};

/** The guests live as long as this view of the tab: nothing of them is kept. */
export const guests = signal<readonly NightGuest[]>([]);
export const registerName = signal<RegisterName>('ses');
const variants = signal<Readonly<Record<string, string>>>({});
const property = signal<KeptProperty>(readKeptProperty());
const stay = signal<Readonly<Record<string, string>>>(firstStay());

export const variant = computed(() => variants.value[registerName.value] ?? registers[registerName.value].variants[0] ?? '');

/** What the register says of everything that is known by now. */
export const checked = computed<CheckedRegistration>(() => {
  const registration = { property: asProperty(property.value), stay: stay.value, guests: guests.value };
  return checkRegistration(registers[registerName.value], registration, { variant: variant.value, now: localTime(new Date()) });
});

/** The time here without a zone, YYYY-MM-DDTHH:MM:SS. */
export function localTime(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** Tonight is today, and the contract mostly too; both can be changed. */
function firstStay(): Readonly<Record<string, string>> {
  const today = localTime(new Date()).slice(0, 10);
  return { arrival_date: today, contract_date: today, file_number: '1' };
}

export function chooseVariant(name: string): void {
  variants.value = { ...variants.value, [registerName.value]: name };
}

let count = 0;

/** Adds a guest, to be read or to be typed. */
export function addGuest(name: string | undefined): number {
  count += 1;
  guests.value = [...guests.value, { id: count, name, state: name === undefined ? 'read' : 'reading', desk: {} }];
  return count;
}

export function changeGuest(id: number, changes: Partial<NightGuest>): void {
  guests.value = guests.value.map((guest) => (guest.id === id ? { ...guest, ...changes } : guest));
}

export function removeGuest(id: number): void {
  guests.value = guests.value.filter((guest) => guest.id !== id);
}

export function startAgain(): void {
  guests.value = [];
  stay.value = firstStay();
}

/** What was typed for a fact; undefined before. */
export function typedValue(of: Level, index: number | undefined, fact: string): string | undefined {
  if (of === 'guest') return index === undefined ? undefined : guests.value[index]?.desk[fact];
  return (of === 'stay' ? stay.value : property.value.values)[fact];
}

/** What was read of a guest, to be compared and corrected; empty where nothing was. */
export function knownValue(of: Level, index: number | undefined, fact: string): string {
  const facts: Readonly<Record<string, { readonly value: string } | undefined>> = checked.value.guests[index ?? -1]?.facts ?? {};
  return of === 'guest' ? (facts[fact]?.value ?? '') : '';
}

/**
 * Takes what was typed. Codes of a portal are kept by what they stand for, so that they are asked
 * once.
 */
export function typeValue(of: Level, index: number | undefined, fact: string, value: string): void {
  if (of === 'stay') stay.value = { ...stay.value, [fact]: value };
  else if (of === 'property') keep({ ...property.value, values: { ...property.value.values, [fact]: value } });
  else if (index !== undefined) typeOfGuest(index, fact, value);
}

function typeOfGuest(index: number, fact: string, value: string): void {
  const guest = guests.value[index];
  if (!guest) return;
  changeGuest(guest.id, { desk: { ...guest.desk, [fact]: value } });
  const facts = checked.value.guests[index]?.facts;
  const state = fact === 'it_citizenship' ? facts?.nationality : fact === 'it_birth_state' ? facts?.birth_country : undefined;
  if (state && /^\d{9}$/.test(value)) keep({ ...property.value, itStateCodes: { ...property.value.itStateCodes, [state.value]: value } });
  const type = fact === 'hr_document_type' ? facts?.document_type : undefined;
  if (type && value !== '') keep({ ...property.value, hrDocumentTypes: { ...property.value.hrDocumentTypes, [type.value]: value } });
}

function keep(next: KeptProperty): void {
  property.value = next;
  keepProperty(next);
}
