import { type Static, Type } from 'typebox';
import { Confidence, evidenceProperties, Span } from './evidence.ts';
import { nullable } from './nullable.ts';

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
      { description: 'What the field holds.' },
    ),
    value: nullable(Text, 'Without the fillers around it; null when nothing is printed.'),
    iso: nullable(
      Text,
      'Of a date ISO 8601 with the precision printed (YYYY-MM-DD, YYYY-MM or YYYY), of a state its code of three letters; null for everything else.',
    ),
    raw: Type.String({ description: 'As printed, fillers included; empty when the layout implies the value without printing it.' }),
    ...evidenceProperties,
    confidence: nullable(Confidence, 'Probability that every character is what is printed; null when nothing is printed.'),
    spans: Type.Array(Span, { description: 'Where it stands: one stretch, more when a long number goes on elsewhere.' }),
    blind_spots: Type.Array(
      Type.Object({
        line: Type.Integer({ minimum: 0 }),
        column: Type.Integer({ minimum: 0 }),
        printed: Text,
        unseen: Type.Array(Text),
      }),
      { description: 'Of a proved field: characters that could be others without any check noticing.' },
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
        counts: Type.Boolean({ description: 'False where the rule is not confirmed well enough to count as evidence.' }),
      }),
      { description: 'What the rules of the issuing state say about this number.' },
    ),
  },
  { $id: 'DocumentNumber' },
);

/** A printed check digit. */
export const DocumentCheck = Type.Object(
  {
    name: Type.Enum(['number', 'birth_date', 'expiry_date', 'optional', 'composite']),
    holds: nullable(Type.Boolean(), 'Whether the digit belongs to what it covers; null where there is nothing to check.'),
    printed: Type.String({ description: 'The character printed there.' }),
    expected: nullable(Type.Integer({ minimum: 0, maximum: 9 }), 'The digit that belongs there; null when a covered character is missing.'),
    line: Type.Integer({ minimum: 0, description: 'Line of the digit, from 0.' }),
    column: Type.Integer({ minimum: 0, description: 'Column of the digit, from 0.' }),
    over: Type.Array(Span, { description: 'What it covers.' }),
  },
  { $id: 'DocumentCheck' },
);

export type DocumentFieldBody = Static<typeof DocumentField>;
export type DocumentNumberBody = Static<typeof DocumentNumber>;
export type DocumentCheckBody = Static<typeof DocumentCheck>;
