import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { DocumentCheck, DocumentField, DocumentNumber } from './document-field.ts';
import { Confidence } from './evidence.ts';
import { Quad } from './quad.ts';

const Text = Type.String();
const index = (description: string) => Type.Integer({ minimum: 0, description });

const State = Type.Object(
  {
    code: Type.String({ description: 'As printed, without fillers.' }),
    iso: nullable(Text, 'ISO 3166-1 alpha-3 code. null for organisations and stateless persons.'),
    name: nullable(Text, 'English name. null if the code is not in any list.'),
    kind: nullable(
      Type.Enum(['state', 'british', 'organisation', 'person', 'specimen', 'withdrawn', 'unlisted']),
      'What the code stands for.',
    ),
  },
  { $id: 'State' },
);

const DateValue = Type.Object(
  {
    iso: nullable(Text, 'ISO 8601, as precise as printed: YYYY-MM-DD, YYYY-MM or YYYY.'),
    raw: Type.String({ description: 'Six characters as printed, YYMMDD.' }),
    status: Type.Enum(['complete', 'partial', 'unknown', 'indefinite', 'impossible']),
  },
  { $id: 'DateValue' },
);

const Names = Type.Object(
  {
    surname: nullable(Text),
    given: nullable(Text),
    surnames: nullable(
      Type.Array(Text, { minItems: 2, maxItems: 2 }),
      'First and second surname, if the issuer uses two and two words are printed.',
    ),
    truncated: Type.Boolean({ description: 'True if the names fill their field, so the end may be missing.' }),
    native: nullable(
      Type.Object({ surname: Text, given: Text }),
      "The names in the issuer's own script, if every letter can be converted back.",
    ),
  },
  { $id: 'Names' },
);

const Doubt = Type.Object(
  {
    line: index('Line, from 0.'),
    column: index('Column, from 0.'),
    character: Text,
    confidence: Confidence,
    alternatives: Type.Array(Type.Object({ character: Text, probability: Type.Number({ minimum: 0, maximum: 1 }) }), {
      description: 'Other possible characters, most probable first.',
    }),
  },
  { $id: 'Doubt' },
);

const Repair = Type.Object(
  {
    line: index('Line, from 0.'),
    column: index('Column, from 0.'),
    before: Type.String({ description: 'The character read from the picture alone.' }),
    after: Text,
    reason: Type.Enum(['alphabet', 'structure', 'check'], {
      description:
        'Why it was changed. alphabet: the position does not allow the character. structure: fields of this kind are not written that way. check: a check digit.',
    }),
    check: nullable(Text, 'The check digit that decided, if the reason is `check`.'),
  },
  { $id: 'Repair' },
);

const Issue = Type.Object(
  {
    code: Type.String({ examples: ['check.failed', 'date.impossible'] }),
    message: Text,
    line: index('Line, from 0.'),
    column: index('Column, from 0.'),
    length: Type.Integer({ minimum: 0 }),
    text: Text,
  },
  { $id: 'Issue' },
);

/** A machine readable zone and what it says. */
export const Document = Type.Object(
  {
    index: index('Position in `documents`.'),
    page: index('Index of the page that it is on.'),
    format: nullable(Text, 'TD1, TD2, TD3, MRVA, MRVB or the name of a national layout. null if the lines fit no known layout.'),
    type: Type.Enum(['passport', 'identity_card', 'visa', 'driving_licence', 'other']),
    code: nullable(Text, 'Document code without fillers, such as P, PN or ID.'),
    lines: Type.Array(Text, { description: 'The lines as read, after repairs.' }),
    score: Type.Integer({ minimum: 0, maximum: 100, description: 'The valid_score of v1.' }),
    confidence: Confidence,
    rotation_deg: Type.Number({ minimum: 0, maximum: 360, description: 'Clockwise rotation of the text, in degrees.' }),
    quad: Quad,
    issuer: nullable(State),
    nationality: nullable(State),
    names: nullable(Names),
    sex: nullable(Type.Enum(['M', 'F', 'X']), 'X means unspecified.'),
    birth_date: nullable(DateValue),
    expiry_date: nullable(DateValue),
    age: nullable(Type.Integer({ minimum: 0 }), 'Age in full years on the day of the scan.'),
    expired: nullable(
      Type.Boolean(),
      'Whether the document had expired on the day of the scan. false if the document says that it does not expire.',
    ),
    main_number: nullable(Text, "The number that the country's authorities use. v1 reports this one."),
    numbers: Type.Object(
      {
        document: Type.Optional(DocumentNumber),
        support: Type.Optional(DocumentNumber),
        personal: Type.Optional(DocumentNumber),
        card: Type.Optional(DocumentNumber),
        office: Type.Optional(DocumentNumber),
      },
      { description: 'All numbers, by purpose.' },
    ),
    fields: Type.Array(DocumentField, { description: 'In reading order.' }),
    checks: Type.Array(DocumentCheck),
    character_confidences: Type.Array(Type.Array(Confidence), { description: 'The confidence of each character of each line.' }),
    doubts: Type.Array(Doubt, { description: 'Characters that are not certain.' }),
    repairs: Type.Array(Repair, { description: 'Characters that were changed after they were read from the picture.' }),
    issues: Type.Array(Issue, { description: 'What is wrong with the lines.' }),
  },
  { $id: 'Document' },
);

export type DocumentBody = Static<typeof Document>;
