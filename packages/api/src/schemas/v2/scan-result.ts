import { type Static, Type } from 'typebox';
import { Document } from './document.ts';
import { Hint } from './hint.ts';

const milliseconds = Type.Number({ minimum: 0 });

/** What a file says. */
export const ScanResult = Type.Object(
  {
    documents: Type.Array(Document, { description: 'Best first; empty when no machine readable zone was found.' }),
    pages: Type.Array(
      Type.Object({ index: Type.Integer({ minimum: 0 }), width: Type.Integer({ minimum: 0 }), height: Type.Integer({ minimum: 0 }) }),
      { description: 'The pages of the file in its order, in pixels after their EXIF orientation; 0 x 0 for one that could not be read.' },
    ),
    hints: Type.Array(Hint),
    timing: Type.Object(
      {
        total_ms: milliseconds,
        decode_ms: milliseconds,
        detect_ms: milliseconds,
        rectify_ms: milliseconds,
        recognise_ms: milliseconds,
        interpret_ms: milliseconds,
      },
      { description: 'Milliseconds from the file in memory to the result, waiting not included.' },
    ),
  },
  { $id: 'ScanResult' },
);

export type ScanResultBody = Static<typeof ScanResult>;
