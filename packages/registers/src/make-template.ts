import type { CheckedRegistration } from './check-registration.ts';
import type { Level } from './model/fact.ts';
import type { Register } from './table/register-field.ts';

/** A stay to fill in, in the shape that `readRegistration` reads. */
export interface Template {
  readonly property: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly stay: Readonly<Record<string, string>>;
  readonly guests: readonly { readonly desk: Readonly<Record<string, string>> }[];
}

/**
 * What a register needs typed, every value empty: of property and stay whatever may be obligatory,
 * of each guest what the check found missing or wrong.
 */
export function makeTemplate(register: Register, { guests, issues }: Pick<CheckedRegistration, 'guests' | 'issues'>): Template {
  const codes = {
    ...(register.name === 'alloggiati' && { it_state_codes: {} }),
    ...(register.name === 'evisitor' && { hr_document_types: {} }),
  };
  return {
    property: { ...emptyFacts(register, 'property'), ...codes },
    stay: emptyFacts(register, 'stay'),
    guests: guests.map((_, index) => {
      const refused = issues.filter(({ severity, guest }) => severity === 'refusal' && guest === index);
      return { desk: Object.fromEntries(refused.map(({ field }) => [field, ''])) };
    }),
  };
}

function emptyFacts({ fields }: Register, level: Level): Record<string, string> {
  const needed = fields.filter(({ of, required }) => of === level && required !== 'never');
  return Object.fromEntries(needed.map(({ fact }) => [fact, '']));
}
