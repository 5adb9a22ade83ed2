import { checkRegistration, type GuestInput, type RegisterName, type Registration, registers } from '../src/index.ts';
import { hardGuests } from './hard-guests.ts';
import { propertyFor, stay } from './lodging.ts';

/** A made-up German passport, and what the desk knows of its holder. */
export const abroad = hardGuests[0]?.guests[0]?.desk;
export const hans = hardGuests[0]?.guests[0]?.zone;

/** What a register refuses or warns of, a line each. */
export function complaints(name: RegisterName, guests: readonly GuestInput[], changes: Registration['stay'] = {}): string[] {
  const registration = { property: propertyFor(name), stay: { ...stay, ...changes }, guests };
  const { issues } = checkRegistration(registers[name], registration, {
    variant: registers[name].variants[0] ?? '',
    now: '2026-11-23T18:00:00',
  });
  return issues.map(({ severity, code, guest, field, value, expected }) =>
    [severity, code, guest ?? '-', field, ...(value === undefined ? [] : [value]), ...(expected === undefined ? [] : ['→', expected])].join(
      ' ',
    ),
  );
}

/** The values of a guest as they stand in the file. */
export function written(name: RegisterName, guest: GuestInput): Readonly<Record<string, string>> {
  const registration = { property: propertyFor(name), stay, guests: [guest] };
  return (
    checkRegistration(registers[name], registration, { variant: registers[name].variants[0] ?? '', now: '2026-11-23T18:00:00' }).guests[0]
      ?.written ?? {}
  );
}
