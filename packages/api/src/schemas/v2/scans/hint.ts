import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';

/** Those of the reader, which the compiler compares. */
const hintCodes = [
  'no_mrz',
  'mrz_cut_off',
  'mrz_too_small',
  'picture_too_small',
  'blurred',
  'motion_blurred',
  'glare',
  'partly_covered',
  'too_dark',
  'low_contrast',
  'mirrored',
  'several_documents',
  'not_read',
  'page_not_read',
  'file_incomplete',
] as const;

/** What a person can do better when nothing or little was read. */
export const Hint = Type.Object(
  {
    code: Type.Enum(hintCodes, { description: 'The kind of hint, for programs. docs/hints.md explains each one.' }),
    message: Type.String({ description: 'A sentence to show to the person who took the picture.' }),
    page: Type.Integer({ minimum: 0, description: 'Index of the page concerned.' }),
    document: nullable(Type.Integer({ minimum: 0 }), 'Index of the document concerned.'),
    line: nullable(Type.Integer({ minimum: 0 }), 'Line of the document concerned, from 0.'),
    found: nullable(Type.Number(), 'The measured value, if the hint is about a measurement.'),
    needed: nullable(Type.Number(), 'The value that would have been enough, in the same unit.'),
  },
  { $id: 'Hint' },
);

export type HintBody = Static<typeof Hint>;
