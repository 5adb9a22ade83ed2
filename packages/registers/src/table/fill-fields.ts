import { type Issue, type IssueCode, makeIssue } from '../issues/issue.ts';
import type { GuestFact, Level, PropertyFact, StayFact } from '../model/fact.ts';
import type { Found } from '../model/found.ts';
import { conditions } from './condition.ts';
import type { Context } from './context.ts';
import { applyForm } from './form.ts';
import type { Filled, RegisterField } from './register-field.ts';

/** Values in the register's forms, and what is wrong with them. */
export interface FilledFields {
  readonly values: Filled;
  readonly issues: readonly Issue[];
}

/** Fills the fields of one level from what is known. A field with a refusal stays empty. */
export function fillFields(fields: readonly RegisterField[], level: Level, context: Context): FilledFields {
  const values: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const field of fields.filter(({ of }) => of === level)) {
    const { text, found } = fillField(field, context);
    values[field.name] = found.some(({ severity }) => severity === 'refusal') ? '' : text;
    issues.push(...found);
  }
  return { values, issues };
}

function fillField(field: RegisterField, context: Context): { readonly text: string; readonly found: readonly Issue[] } {
  const about = { of: field.of, guest: context.index, field: field.fact, registerField: field.name };
  const value = field.from ? field.from(context) : lookUp(field, context);
  if (value === undefined) {
    return { text: '', found: conditions[field.required].holds(context) ? [makeIssue({ ...about, ...ask(field, context) })] : [] };
  }
  if (value.doubt !== undefined && value.doubt !== 'truncated' && value.doubt !== 'unsure') {
    return { text: '', found: [makeIssue({ ...about, code: value.doubt, value: value.value })] };
  }
  const { text, issue } = applyForm(field.form, value.value);
  const found = [
    ...(issue ? [makeIssue({ ...about, code: issue.code, value: value.value, expected: issue.expected })] : []),
    ...(value.doubt ? [makeIssue({ ...about, code: value.doubt, value: value.value })] : []),
    ...(value.differsFrom === undefined ? [] : [makeIssue({ ...about, code: 'differs', value: value.value, expected: value.differsFrom })]),
  ];
  return { text, found };
}

/** Names have ways out of their own. */
const missingCodes: Readonly<Record<string, IssueCode>> = {
  surname: 'missing_name',
  given_names: 'missing_name',
  second_surname: 'missing_second_surname',
};

/** What is missing where a field is obligatory. */
function ask(field: RegisterField, context: Context) {
  const { of, fact } = field.asks?.(context) ?? field;
  return { of, guest: of === 'guest' ? context.index : undefined, field: fact, code: missingCodes[fact] ?? ('missing' as const) };
}

/** The fact of a field. */
function lookUp({ of, fact }: Pick<RegisterField, 'of' | 'fact'>, context: Context): Found | undefined {
  if (of === 'guest') return context.guest(fact as GuestFact);
  return of === 'stay' ? context.stay(fact as StayFact) : context.property(fact as PropertyFact);
}
