import { type Static, Type } from 'typebox';
import { Confidence } from './evidence.ts';
import { Quad } from './quad.ts';

const VisualField = Type.Object(
  {
    value: Type.String({ description: 'As printed, with its accents and small letters.' }),
    confidence: Confidence,
    quad: Quad,
    evidence: Type.Literal('visual', { description: 'It was read from print that no check digit covers.' }),
  },
  { $id: 'VisualField' },
);

const keys = [
  'surname',
  'given_names',
  'birth_name',
  'nationality',
  'sex',
  'birth_date',
  'place_of_birth',
  'issue_date',
  'expiry_date',
  'authority',
  'document_number',
  'personal_number',
  'support_number',
  'card_access_number',
  'address',
  'height',
  'eye_colour',
  'surname_native',
  'given_names_native',
  'parents',
  'remarks',
  'visa_type',
  'entries',
  'duration',
] as const;

const fields = Type.Object(Object.fromEntries(keys.map((key) => [key, Type.Optional(VisualField)])), {
  description: 'What was found, by what it is.',
});
const verdict = Type.Enum(['match', 'mismatch', 'not_found'], {
  description:
    '`match`: the print says what the zone says. `mismatch`: it is legible and says something else. `not_found`: nothing alike could be read.',
});

/** What is printed for people on a page. */
export const VisualZone = Type.Object(
  {
    page: Type.Integer({ minimum: 0, description: 'Index of the page.' }),
    document: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      description: 'Index of the document in `documents` whose zone it was compared with; null where the page shows no zone.',
    }),
    fields,
    checks: Type.Object(Object.fromEntries(keys.map((key) => [key, Type.Optional(verdict)])), {
      description: 'Print against zone, for what both say. A mismatch is a finding for a person: neither is corrected by the other.',
    }),
  },
  { $id: 'VisualZone' },
);

export type VisualZoneBody = Static<typeof VisualZone>;
