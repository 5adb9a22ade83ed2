import { Type } from 'typebox';
import { Quad } from './quad.ts';

/** A probability. */
export const Confidence = Type.Number({ minimum: 0, maximum: 1, description: 'Probability that every character is what is printed.' });

/** Why a value may be believed; part of everything that has a value. */
export const evidenceProperties = {
  evidence: Type.Enum(['proved', 'contradicted', 'not_printed', 'unprovable'], {
    description:
      'proved: a printed check that covers it holds. contradicted: one does not, or the value cannot be. not_printed: nothing is there. unprovable: no printed check covers it.',
  }),
  evidence_by: Type.Array(Type.String(), { description: 'Names of the checks that prove or contradict it.' }),
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
