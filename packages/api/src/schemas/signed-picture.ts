import { Type } from 'typebox';

/** Path of a picture's signed address. */
export const SignedPictureParams = Type.Object({
  key: Type.String({ pattern: '^[\\w-]{43}$', description: 'Random key of the picture.' }),
});

/**
 * Query of a picture's signed address, in the words of S3. Take the address as it is; it cannot be
 * put together elsewhere.
 */
export const SignedPictureQuery = Type.Object({
  'X-Amz-Algorithm': Type.String(),
  'X-Amz-Date': Type.String(),
  'X-Amz-Expires': Type.String(),
  'X-Amz-Signature': Type.String(),
});
