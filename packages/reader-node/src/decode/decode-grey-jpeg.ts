import type { GreyPlane } from '@ocr-web/reader/engine';

/** The functions of libjpeg-turbo that are used. */
export type JpegTurbo = {
  readonly FORMAT_GRAY: number;
  /**
   * @throws Error at whatever libjpeg-turbo complains of, be it a warning, and where the picture
   *   needs more room than it is given
   */
  decompressSync(file: Buffer, to: Buffer, options: { readonly format: number }): { readonly width: number; readonly height: number };
};
export type LoadJpegTurbo = () => Promise<JpegTurbo>;

/**
 * The brightness that a JPEG of this size stores, unturned, or `undefined` where libjpeg-turbo is
 * missing or complains: of a damaged file, of one for the printer, of a stray byte. Whether such a
 * file can be read is for libvips to say.
 */
export type DecodeGreyJpeg = (
  bytes: Uint8Array,
  size: { readonly width: number; readonly height: number },
) => Promise<GreyPlane | undefined>;

/** The binding of libjpeg-turbo, whose library is built for most platforms but not for all. */
const loadJpegTurbo: LoadJpegTurbo = async () => (await import('@julusian/jpeg-turbo')).default;

/**
 * Loads libjpeg-turbo when the first JPEG comes. It decodes at once and not in a thread: handing
 * over costs more than it frees, since the networks that come next block for longer.
 */
export function createGreyJpegDecoder(load: LoadJpegTurbo = loadJpegTurbo): DecodeGreyJpeg {
  let loading: Promise<JpegTurbo | undefined> | undefined;
  return async (bytes, { width, height }) => {
    loading ??= load().catch(() => undefined);
    const library = await loading;
    if (!library) return undefined;
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Memory of its own and not of the pool of small buffers, so that it can be given back; every
    // pixel is written, or the plane is thrown away.
    const pixels = Buffer.allocUnsafeSlow(width * height);
    try {
      const decoded = library.decompressSync(file, pixels, { format: library.FORMAT_GRAY });
      const isWhole = decoded.width === width && decoded.height === height;
      return isWhole ? { data: new Uint8Array(pixels.buffer), width, height } : undefined;
    } catch {
      return undefined;
    }
  };
}
