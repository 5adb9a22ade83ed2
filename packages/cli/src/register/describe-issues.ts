import { type CheckedRegistration, describeIssue, type Issue, type LanguageName } from '@ocr-web/registers';
import type { ReadGuest } from './read-guests.ts';

/**
 * A line for everything that is refused, changed or worth a look, those of a guest together; and a
 * last line that counts.
 */
export function describeIssues({ issues, file }: CheckedRegistration, guests: readonly ReadGuest[], language: LanguageName): string[] {
  const refusals = issues.filter(({ severity }) => severity === 'refusal').length;
  const lines = issues.map((issue) => {
    const { message, wayOut } = describeIssue(issue, language);
    return `${issue.severity} ${placeOf(issue, guests)}: ${message} ${wayOut}`;
  });
  const warnings = issues.length - refusals;
  return [
    ...lines,
    `${file ? 'valid' : 'refused'}: ${guests.length} ${guests.length === 1 ? 'guest' : 'guests'}, ${refusals} refusals, ${warnings} warnings`,
  ];
}

/** Where in stay.json the value is to be typed, and which file shows the document. */
function placeOf({ of, guest, field }: Issue, guests: readonly ReadGuest[]): string {
  if (guest === undefined) return `${of}.${field}`;
  const file = guests[guest]?.file;
  return `guests.${guest}.desk.${field}${file === undefined ? '' : ` (${file})`}`;
}
