import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { Confidence, evidenceProperties, Span } from './evidence.ts';

const Text = Type.String();

/** A field of the machine readable zone. */
export const DocumentField = Type.Object(
  {
    name: Type.Enum(
      [
        'code',
        'issuer',
        'number',
        'birth_date',
        'sex',
        'expiry_date',
        'nationality',
        'names',
        'surname',
        'given_names',
        'optional1',
        'optional2',
        'office',
        'card_number',
      ],
      { description: 'What the field contains.' },
    ),
    value: nullable(Text, 'The value without the fillers around it. null if nothing is printed.'),
    iso: nullable(
      Text,
      'For a date: ISO 8601, as precise as printed (YYYY-MM-DD, YYYY-MM or YYYY). For a state: its three-letter code. Otherwise null.',
    ),
    raw: Type.String({ description: 'As printed, fillers included. Empty if the layout implies the value without printing it.' }),
    ...evidenceProperties,
    confidence: nullable(Confidence, 'Probability that every character is read as printed. null if nothing is printed.'),
    spans: Type.Array(Span, { description: 'Where it is printed. There are several spans if a long number continues elsewhere.' }),
    blind_spots: Type.Array(
      Type.Object({
        line: Type.Integer({ minimum: 0 }),
        column: Type.Integer({ minimum: 0 }),
        printed: Text,
        unseen: Type.Array(Text),
      }),
      { description: 'In a proved field: characters that could be wrong without any check failing.' },
    ),
  },
  { $id: 'DocumentField' },
);

/** One of the numbers of a document. */
export const DocumentNumber = Type.Object(
  {
    value: Text,
    ...evidenceProperties,
    confidence: Confidence,
    spans: Type.Array(Span),
    proofs: Type.Array(
      Type.Object({
        name: Text,
        holds: Type.Boolean(),
        counts: Type.Boolean({ description: 'False if the rule is not well enough confirmed to count as evidence.' }),
      }),
      { description: "The issuing state's rules for this number, and whether it follows them." },
    ),
  },
  { $id: 'DocumentNumber' },
);

/** A printed check digit. */
export const DocumentCheck = Type.Object(
  {
    name: Type.Enum(['number', 'birth_date', 'expiry_date', 'optional', 'composite']),
    holds: nullable(Type.Boolean(), 'Whether the digit is correct. null if there is nothing to check.'),
    printed: Type.String({ description: 'The character printed as the check digit.' }),
    expected: nullable(Type.Integer({ minimum: 0, maximum: 9 }), 'The correct digit. null if a character that it covers is missing.'),
    line: Type.Integer({ minimum: 0, description: 'Line of the digit, from 0.' }),
    column: Type.Integer({ minimum: 0, description: 'Column of the digit, from 0.' }),
    over: Type.Array(Span, { description: 'What the digit covers.' }),
  },
  { $id: 'DocumentCheck' },
);

export type DocumentFieldBody = Static<typeof DocumentField>;
export type DocumentNumberBody = Static<typeof DocumentNumber>;
export type DocumentCheckBody = Static<typeof DocumentCheck>;
