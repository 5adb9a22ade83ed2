import { type Static, Type } from 'typebox';
import { Confidence } from './evidence.ts';
import { Quad } from './quad.ts';

const place = {
  page: Type.Integer({ minimum: 0, description: 'Index of the page.' }),
  box: Type.Array(Type.Number(), {
    minItems: 4,
    maxItems: 4,
    description: 'Left, top, right and bottom of what holds it, in pixels of the page.',
  }),
  quad: Quad,
  confidence: Confidence,
};

/** Where a portrait of the holder is: never the portrait itself. */
export const Portrait = Type.Object(
  {
    kind: Type.Enum(['portrait', 'ghost'], { description: '`ghost`: a second one, smaller or paler, as a security feature.' }),
    ...place,
    face_share: Type.Number({ minimum: 0, maximum: 1, description: "Height of the face, crown to chin, as a share of the portrait's." }),
  },
  { $id: 'Portrait' },
);

/** Where the holder has signed. */
export const Signature = Type.Object(place, { $id: 'Signature' });

export type PortraitBody = Static<typeof Portrait>;
export type SignatureBody = Static<typeof Signature>;
