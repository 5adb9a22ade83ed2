import { type Static, Type } from 'typebox';
import { Barcode } from './barcode.ts';
import { Document } from './document.ts';
import { Hint } from './hint.ts';
import { Portrait, Signature } from './portrait.ts';
import { Sides } from './sides.ts';
import { VisualZone } from './visual-zone.ts';

const milliseconds = Type.Number({ minimum: 0 });

/** What a file says. */
export const ScanResult = Type.Object(
  {
    documents: Type.Array(Document, { description: 'The documents found, best first. Empty if there is no machine readable zone.' }),
    pages: Type.Array(
      Type.Object({ index: Type.Integer({ minimum: 0 }), width: Type.Integer({ minimum: 0 }), height: Type.Integer({ minimum: 0 }) }),
      {
        description:
          'The pages of the file in order. Sizes are in pixels after EXIF orientation; 0 x 0 means that the page could not be read.',
      },
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
        visual_ms: Type.Optional(milliseconds),
        portrait_ms: Type.Optional(milliseconds),
        barcodes_ms: Type.Optional(milliseconds),
      },
      {
        description:
          'Processing times in milliseconds, without the time in the queue. The last three are there where the scan asked for what they name.',
      },
    ),
    visual: Type.Optional(Type.Array(VisualZone, { description: 'What is printed for people, where the scan asked for it.' })),
    portraits: Type.Optional(
      Type.Array(Portrait, {
        description: 'Where the holder is pictured, where the scan asked for it and the token has the scope `portrait`; never in streams.',
      }),
    ),
    signatures: Type.Optional(Type.Array(Signature, { description: 'Where the holder has signed; with `portraits`.' })),
    barcodes: Type.Optional(Type.Array(Barcode, { description: 'The barcodes of all pages, where the scan asked for them.' })),
    sides: Type.Optional(
      Type.Array(Sides, { description: 'Documents with two sides on two pages, where the scan asked for print or for barcodes.' }),
    ),
  },
  { $id: 'ScanResult' },
);

export type ScanResultBody = Static<typeof ScanResult>;
