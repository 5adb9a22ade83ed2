import { type Static, Type } from 'typebox';

/** Body of the v1 create: JSON, or a multipart form with a part of the same name. */
export const V1CreateRequest = Type.Object(
  {
    picture_file: Type.String({
      description: 'Image of the document to scan: a data URI in base64, or the bare base64 text. The bytes decide what it is.',
    }),
  },
  {
    $id: 'V1CreateRequest',
    // One grey pixel: small enough to be shown here, and taken as it stands.
    examples: [
      {
        picture_file: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
      },
    ],
  },
);

export type V1CreateBody = Static<typeof V1CreateRequest>;
