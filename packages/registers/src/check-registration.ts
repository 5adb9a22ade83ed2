import { type Issue, makeIssue } from './issues/issue.ts';
import type { Registration } from './model/registration.ts';
import { type ResolvedGuest, resolveGuest } from './model/resolve-guest.ts';
import { type Context, makeContext } from './table/context.ts';
import { fillFields } from './table/fill-fields.ts';
import type { Register, RegisterFile, WriteOptions } from './table/register-field.ts';

/** A guest as the register sees it. */
export interface CheckedGuest {
  readonly facts: ResolvedGuest;
  /** False for a guest whom the register does not want to know of. */
  readonly isReported: boolean;
  /** Values as they stand in the file, by the register's names. */
  readonly written: Readonly<Record<string, string>>;
}

/** What a register says of a stay: the file, or why there is none. */
export interface CheckedRegistration {
  readonly register: string;
  readonly guests: readonly CheckedGuest[];
  readonly issues: readonly Issue[];
  /** undefined as long as anything is refused. */
  readonly file: RegisterFile | undefined;
}

/**
 * Checks a stay against a register and writes its file. Either nothing is refused and there is a
 * file, or each refusal names guest, field and reason.
 * @throws RangeError when the register has no such variant
 */
export function checkRegistration(register: Register, registration: Registration, options: WriteOptions): CheckedRegistration {
  if (!register.variants.includes(options.variant)) {
    throw new RangeError(`${register.name} has the variants ${register.variants.join(', ')}, not "${options.variant}"`);
  }
  const resolved = registration.guests.map(resolveGuest);
  const contexts = resolved.map((guest, index) => makeContext(registration, guest, index));
  const shared = makeContext(registration);
  const wanted = contexts.map((context) => register.wants?.(context) ?? true);
  const property = fillFields(fieldsOf(register, options.variant), 'property', shared);
  const stay = fillFields(register.fields, 'stay', shared);
  const guests = contexts.map((context, index) => (wanted[index] ? fillFields(register.fields, 'guest', context) : nothing));
  const issues = withoutRepeats([
    ...property.issues,
    ...stay.issues,
    ...guests.flatMap((guest) => guest.issues),
    ...contexts.filter((_, index) => !wanted[index]).map((context) => notReported(context)),
    ...findRuleIssues(
      register,
      contexts.filter((_, index) => wanted[index]),
      shared,
    ),
  ]);
  const reported = guests.filter((_, index) => wanted[index]).map(({ values }) => values);
  const isValid = !issues.some(({ severity }) => severity === 'refusal');
  return {
    register: register.name,
    guests: resolved.map((facts, index) => ({ facts, isReported: wanted[index] ?? true, written: guests[index]?.values ?? {} })),
    issues,
    file: isValid ? register.write({ property: property.values, stay: stay.values, guests: reported }, options) : undefined,
  };
}

const nothing = { values: {}, issues: [] } as const;

/** One question is asked once, whatever the number of fields that wait for its answer. */
function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const keys = issues.map(({ code, of, guest, field }) => [code, of, guest, field].join(' '));
  return issues.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** The fields of a variant: what a variant adds is obligatory in it alone. */
function fieldsOf(register: Register, variant: string) {
  return register.fields.map((field) => (field.required === variant ? { ...field, required: 'always' as const } : field));
}

function notReported({ index }: Context): Issue {
  return makeIssue({ code: 'not_reported', of: 'guest', guest: index, field: 'nationality', registerField: '' });
}

function findRuleIssues({ rules, name }: Register, contexts: readonly Context[], shared: Context): Issue[] {
  if (contexts.length === 0) return [makeIssue({ code: 'no_guests', of: 'stay', guest: undefined, field: 'guests', registerField: name })];
  return rules.flatMap((rule) => rule(contexts, shared)).map(makeIssue);
}
