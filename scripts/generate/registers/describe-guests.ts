import {
  type CheckedGuest,
  checkRegistration,
  type Issue,
  type Register,
  type RegisterField,
  registerNames,
  registers,
} from '../../../packages/registers/src/index.ts';
import { answeredOf, type HardGuest, registrationOf } from '../../../packages/registers/test/hard-guests.ts';

const now = '2026-11-23T18:00:00';

/** Facts whose fields show how a register takes a guest. */
const telling: ReadonlySet<string> = new Set([
  ...['party_role', 'surname', 'first_surname', 'second_surname', 'given_names', 'birth_date', 'sex', 'nationality', 'it_citizenship'],
  ...['document_type', 'it_document_type', 'hr_document_type', 'document_number', 'support_number', 'kinship', 'hr_payment_category'],
]);

/** What each register asks for and files of a hard guest, as a table in Markdown. */
export function describeGuest(hard: HardGuest): string {
  return `### ${hard.title}

| register | asked for | said | written |
|---|---|---|---|
${registerNames.map((name) => describeRow(registers[name], hard)).join('\n')}`;
}

function describeRow(register: Register, hard: HardGuest): string {
  const options = { variant: register.variants[0] ?? '', now };
  const first = checkRegistration(register, registrationOf(hard, register.name), options);
  const last = first.file ? first : checkRegistration(register, answeredOf(hard, register.name), options);
  const asked = last.file === undefined ? 'refused' : issuesOf(first.issues, 'refusal');
  const written = last.guests.map((guest) => describeWritten(register, guest)).join('<br>');
  return `| ${[register.name, asked, issuesOf(last.issues, 'warning'), written].join(' | ')} |`;
}

function issuesOf(issues: readonly Issue[], severity: Issue['severity']): string {
  const words = issues.filter((issue) => issue.severity === severity).map(({ field, code }) => `${field} (${code})`);
  return [...new Set(words)].join(', ') || 'nothing';
}

function describeWritten({ fields }: Register, { isReported, written }: CheckedGuest): string {
  if (!isReported) return 'not reported';
  const shown = fields.filter((field) => isTelling(field) && written[field.name]);
  return shown.map(({ name }) => `${name} \`${written[name]}\``).join(', ');
}

function isTelling({ of, fact }: RegisterField): boolean {
  return of === 'guest' && telling.has(fact);
}
