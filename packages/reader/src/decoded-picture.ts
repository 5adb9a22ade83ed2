import type { PicturePlanes } from './geometry/picture-planes.ts';

/** The kinds of picture that are read, told by their first bytes. */
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

/** A picture whose header was read and found acceptable; its pixels are decoded when a plane is asked for. Transparency lies on white. */
export type DecodedPicture = PicturePlanes & { readonly mediaType: MediaType };

/**
 * Reads what a picture is. Node and browsers bring their own.
 *
 * @throws EngineError `picture.unsupported`, `picture.too_large`, `picture.corrupt`; the last also from `planeAtLeast`
 */
export type DecodePicture = (bytes: Uint8Array) => Promise<DecodedPicture>;
