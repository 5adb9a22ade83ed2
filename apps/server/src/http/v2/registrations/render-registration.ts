import type { CreateRegistrationBody, RegistrationBody, RegistrationIssueBody } from '@ocr-web/api';
import { type CheckedRegistration, describeIssue, type Issue, type LanguageName } from '@ocr-web/registers';
import type { FoundGuest } from '../../../registrations/find-guests.ts';

type Asked = {
  readonly register: CreateRegistrationBody['register'];
  readonly variant: string;
  readonly language: LanguageName;
  readonly guests: readonly FoundGuest[];
};

/** Returns the answer of v2 for a checked registration. */
export function renderRegistration({ guests, issues, file }: CheckedRegistration, asked: Asked): RegistrationBody {
  return {
    object: 'registration',
    register: asked.register,
    variant: asked.variant,
    valid: file !== undefined,
    guests: guests.map(({ facts, isReported }, index) => ({
      index,
      scan_id: asked.guests[index]?.scan?.id ?? null,
      reported: isReported,
      values: Object.entries(facts).map(([field, { value, source, doubt }]) => ({ field, value, source, doubt: doubt ?? null })),
    })),
    issues: issues.map((issue) => renderIssue(issue, asked.language)),
    file: file ? { name: file.name, media_type: file.mediaType, content: Buffer.from(file.bytes).toString('base64') } : null,
  };
}

function renderIssue(issue: Issue, language: LanguageName): RegistrationIssueBody {
  const { severity, code, of, guest, field, registerField, value, expected } = issue;
  const { message, wayOut } = describeIssue(issue, language);
  const about = { field, register_field: registerField, value: value ?? null, expected: expected ?? null };
  return { severity, code, of, guest: guest ?? null, ...about, message, way_out: wayOut };
}
