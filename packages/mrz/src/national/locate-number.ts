import type { FieldName, NumberRole, Span } from '../formats/format.ts';
import type { NationalNumber, NationalProof, RuleInput } from './national-rule.ts';

/** A stretch of a field that looks like a number sought. */
export interface LocatedText {
  readonly text: string;
  readonly span: Span;
}

/**
 * The first stretch of a field that fits a pattern, with its place in the lines; undefined when
 * none does.
 */
export function locateText({ fields }: RuleInput, name: FieldName, pattern: RegExp): LocatedText | undefined {
  const field = fields[name];
  const found = field === undefined || field.spans.length !== 1 ? null : pattern.exec(field.raw);
  const [line, start] = field?.spans[0] ?? [0, 0];
  return found === null ? undefined : { text: found[0], span: [line, start + found.index, start + found.index + found[0].length] };
}

/** A number that stands in one stretch, fillers left out. */
export function numberAt(role: NumberRole, { text, span }: LocatedText, proofs: readonly NationalProof[] = []): NationalNumber {
  return { role, value: text.replaceAll('<', ''), spans: [span], proofs };
}
