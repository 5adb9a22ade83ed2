import type { FieldReading, NumberReading } from '../document.ts';
import { contradict, type Evidence, proveSpans } from '../evidence.ts';
import type { Coverage, FieldName, Format, NumberRole, Span } from '../formats/format.ts';
import type { NationalNumber, NationalRule } from '../national/national-rule.ts';
import type { CheckResult } from '../run-checks.ts';
import type { Fields } from './read-fields.ts';

export type Numbers = Partial<Record<NumberRole, NumberReading>>;

/** Which fields are numbers in every format. */
const roles: readonly (readonly [FieldName, NumberRole])[] = [
  ['number', 'document'],
  ['cardNumber', 'card'],
  ['office', 'office'],
];

/** Every number apart: those of the layout, then those that the issuer's rule finds in them. */
export function readNumbers(
  format: Format,
  lines: readonly string[],
  fields: Fields,
  checks: readonly CheckResult[],
  rule: NationalRule | undefined,
): Numbers {
  const numbers: Numbers = {};
  for (const [name, role] of roles) addField(numbers, fields[name], role, '');
  for (const name in format.numberRoles) {
    addField(numbers, fields[name as FieldName], format.numberRoles[name as FieldName] as NumberRole, ' ');
  }
  const found = rule?.numbers?.({ lines, fields }) ?? [];
  for (const number of found) {
    if (number.spans.some((span) => isWithin(fields.number, span))) delete numbers.document;
    if (number.spans.some((span) => isWithin(fields.optional1, span))) delete numbers.personal;
  }
  for (const number of found) {
    numbers[number.role] = prove(format, lines, checks, number);
  }
  return numbers;
}

/**
 * Adds a field as a number.
 * @param gap what becomes of fillers inside: those of a document number stand for signs that nobody
 *   files, those of optional data part what issuers print there.
 */
function addField(numbers: Numbers, field: FieldReading | undefined, role: NumberRole, gap: '' | ' '): void {
  if (field?.value === undefined) return;
  const value = field.value.includes('<') ? field.value.replace(/<+/g, gap) : field.value;
  numbers[role] = { role, value, spans: field.spans, evidence: field.evidence, proofs: [] };
}

function isWithin(field: FieldReading | undefined, [line, start, end]: Span): boolean {
  const whole = field?.spans[0];
  return whole !== undefined && whole[0] === line && whole[1] <= start && end <= whole[2];
}

/**
 * The evidence of every stretch put together: as good as the weakest, with the names of all checks.
 */
function prove(format: Format, lines: readonly string[], checks: readonly CheckResult[], number: NationalNumber): NumberReading {
  const parts = number.spans.map((span) => proveSpans(format, lines, [span], coverageOf(checks, span), checks, false));
  const weakest = parts.find(({ status }) => status === 'contradicted') ?? parts.find(({ status }) => status !== 'proved');
  const printed = weakest ?? {
    status: 'proved',
    by: [...new Set(parts.flatMap(({ by }) => by))],
    blind: parts.flatMap(({ blind }) => blind),
  };
  return { role: number.role, value: number.value, spans: number.spans, evidence: addProofs(printed, number), proofs: number.proofs };
}

/** The checks that cover a stretch: the one of a single field as its own, composites as shared. */
function coverageOf(checks: readonly CheckResult[], [line, start, end]: Span): Pick<Coverage, 'own' | 'shared'> {
  let own = -1;
  const shared: number[] = [];
  for (let index = 0; index < checks.length; index++) {
    const check = checks[index] as CheckResult;
    if (check.holds === 'not printed' || !check.over.some((over) => over[0] === line && over[1] <= start && end <= over[2])) continue;
    if (check.field !== undefined && own < 0) own = index;
    else shared.push(index);
  }
  return { own, shared };
}

function addProofs(printed: Evidence, number: NationalNumber): Evidence {
  let evidence = printed;
  for (const { name, holds, force, seesAll } of number.proofs) {
    if (force === 'hint') continue;
    if (!holds) evidence = contradict(evidence, name);
    else if (evidence.status !== 'contradicted')
      evidence = { status: 'proved', by: [...evidence.by, name], blind: seesAll ? [] : evidence.blind };
  }
  return evidence;
}
