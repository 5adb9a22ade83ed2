import { Type } from 'typebox';
import { Quad } from './quad.ts';

/** A probability. */
export const Confidence = Type.Number({ minimum: 0, maximum: 1, description: 'Probability that every character is read as printed.' });

/** Why a value may be believed; part of everything that has a value. */
export const evidenceProperties = {
  evidence: Type.Enum(['proved', 'contradicted', 'not_printed', 'unprovable'], {
    description:
      'proved: a check that covers the value passes. contradicted: a check fails, or the value is impossible. not_printed: nothing is printed. unprovable: no check covers the value.',
  }),
  evidence_by: Type.Array(Type.String(), { description: 'Names of the checks that prove or contradict the value.' }),
};

/** Where a value stands. */
export const Span = Type.Object(
  {
    line: Type.Integer({ minimum: 0, description: 'Line, from 0.' }),
    start: Type.Integer({ minimum: 0, description: 'First column, from 0.' }),
    end: Type.Integer({ minimum: 0, description: 'Column after the last.' }),
    quad: Quad,
  },
  { $id: 'Span' },
);
