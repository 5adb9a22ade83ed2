import { type Static, Type } from 'typebox';
import { DocumentCheck, DocumentField, DocumentNumber } from './document-field.ts';
import { Confidence } from './evidence.ts';
import { nullable } from './nullable.ts';
import { Quad } from './quad.ts';

const Text = Type.String();
const index = (description: string) => Type.Integer({ minimum: 0, description });

const State = Type.Object(
  {
    code: Type.String({ description: 'As printed, without fillers.' }),
    iso: nullable(Text, 'ISO 3166-1 alpha-3; null for organisations and persons without a state.'),
    name: nullable(Text, 'English name; null where no table lists the code.'),
    kind: nullable(
      Type.Enum(['state', 'british', 'organisation', 'person', 'specimen', 'withdrawn', 'unlisted']),
      'What the code stands for.',
    ),
  },
  { $id: 'State' },
);

const DateValue = Type.Object(
  {
    iso: nullable(Text, 'ISO 8601 with the precision printed: YYYY-MM-DD, YYYY-MM or YYYY.'),
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
      'First and second surname, where the issuer uses two and two words are printed.',
    ),
    truncated: Type.Boolean({ description: 'The names fill their field, so that the end may be missing.' }),
    native: nullable(
      Type.Object({ surname: Text, given: Text }),
      "In the issuer's own script, where the letters can be read back one by one.",
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
      description: 'What else it may be, most probable first.',
    }),
  },
  { $id: 'Doubt' },
);

const Repair = Type.Object(
  {
    line: index('Line, from 0.'),
    column: index('Column, from 0.'),
    before: Type.String({ description: 'What the picture alone would have read.' }),
    after: Text,
    reason: Type.Enum(['alphabet', 'structure', 'check'], {
      description: 'What decided: the characters that the position allows, how fields of this kind are written, or a check digit.',
    }),
    check: nullable(Text, 'The check digit that decided.'),
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
    index: index('Its place in `documents`.'),
    page: index('Index of the page that shows it.'),
    format: nullable(
      Text,
      'TD1, TD2, TD3, MRVA, MRVB or the name of a national layout; null when the lines have the shape of no known one.',
    ),
    type: Type.Enum(['passport', 'identity_card', 'visa', 'driving_licence', 'other']),
    code: nullable(Text, 'Document code without fillers, such as P, PN, ID.'),
    lines: Type.Array(Text, { description: 'The lines as read, repairs included.' }),
    score: Type.Integer({ minimum: 0, maximum: 100, description: 'The valid_score of v1.' }),
    confidence: Confidence,
    rotation_deg: Type.Number({ minimum: 0, maximum: 360, description: 'How far the text is turned clockwise from upright.' }),
    quad: Quad,
    issuer: nullable(State),
    nationality: nullable(State),
    names: nullable(Names),
    sex: nullable(Type.Enum(['M', 'F', 'X']), 'X for unspecified.'),
    birth_date: nullable(DateValue),
    expiry_date: nullable(DateValue),
    age: nullable(Type.Integer({ minimum: 0 }), 'Full years on the day of the scan.'),
    expired: nullable(
      Type.Boolean(),
      'Whether the day of the scan is after the date of expiry; false where the document says that it has none.',
    ),
    main_number: nullable(Text, 'The number that the authorities of the country use, as v1 reports it.'),
    numbers: Type.Object(
      {
        document: Type.Optional(DocumentNumber),
        support: Type.Optional(DocumentNumber),
        personal: Type.Optional(DocumentNumber),
        card: Type.Optional(DocumentNumber),
        office: Type.Optional(DocumentNumber),
      },
      { description: 'Every number apart.' },
    ),
    fields: Type.Array(DocumentField, { description: 'In reading order.' }),
    checks: Type.Array(DocumentCheck),
    character_confidences: Type.Array(Type.Array(Confidence), { description: 'For each character of each line.' }),
    doubts: Type.Array(Doubt, { description: 'Characters that may be others.' }),
    repairs: Type.Array(Repair, { description: 'Characters that the picture alone would have read otherwise.' }),
    issues: Type.Array(Issue, { description: 'What is odd about the lines.' }),
  },
  { $id: 'Document' },
);

export type DocumentBody = Static<typeof Document>;
