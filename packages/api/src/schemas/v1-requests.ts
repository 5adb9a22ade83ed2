import { type Static, Type } from 'typebox';

/** Body of the v1 create: JSON, or a form with a field of the same name. */
export const V1CreateRequest = Type.Object(
  {
    picture_file: Type.String({
      description: 'Image of the document to scan, as a data URI or plain base64. The type is detected from the content.',
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

/** Body of the v1 create as a form: the picture as a file, or as the text that JSON would carry. */
export const V1CreateForm = Type.Object(
  {
    picture_file: Type.Unsafe<Uint8Array>({
      contentMediaType: 'application/octet-stream',
      description: 'Image of the document to scan: a file, or the same text as in JSON.',
    }),
  },
  { $id: 'V1CreateForm' },
);

/** Path of a v1 scan. */
export const V1ScanParams = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: 999_999_999_999_999, description: 'Number of the scan.' }),
});

/** Headers of v1 requests. */
export const V1Headers = Type.Object({
  prefer: Type.Optional(
    Type.String({
      description: '`wait=N` holds the answer until the scan is COM or ERR, but no longer than N seconds (RFC 7240).',
      examples: ['wait=20'],
    }),
  ),
});
