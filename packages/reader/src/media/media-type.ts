/** The kinds of file that are read, told by their first bytes. */
export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/tiff'
  | 'image/gif'
  | 'image/avif'
  | 'image/bmp'
  | 'image/heic'
  | 'application/pdf';

/** What to do about a file of another kind. */
export const acceptedKinds = 'Send a JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP or HEIC picture or a PDF.';
