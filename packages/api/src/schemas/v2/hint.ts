import { type Static, Type } from 'typebox';
import { nullable } from './nullable.ts';

/** What a person can do better when nothing or little was read. */
export const Hint = Type.Object(
  {
    code: Type.String({ description: 'Stable name of the hint, for programs.', examples: ['no_mrz', 'mrz_too_small'] }),
    message: Type.String({ description: 'A plain sentence for the person with the camera.' }),
    page: Type.Integer({ minimum: 0, description: 'Index of the page that it is about.' }),
    document: nullable(Type.Integer({ minimum: 0 }), 'Index of the document that it is about.'),
    line: nullable(Type.Integer({ minimum: 0 }), 'Line of the document that it is about, from 0.'),
    found: nullable(Type.Number(), 'What was measured, where the hint is about a measure.'),
    needed: nullable(Type.Number(), 'What would have been enough, in the same unit.'),
  },
  { $id: 'Hint' },
);

export type HintBody = Static<typeof Hint>;
