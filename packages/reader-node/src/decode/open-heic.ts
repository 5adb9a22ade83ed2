import {
  colourPlane,
  type GreyPlane,
  type InterleavedPixels,
  lumaPlane,
  type OpenFile,
  singlePage,
  wholePlane,
} from '@ocr-web/reader/engine';
import type { HeifChannel, HeifDecoded, HeifError, HeifImageHandle, LibHeif, LoadLibHeif } from './libheif.ts';
import { createWasmSource } from './wasm-module.ts';

/**
 * Decodes the main picture with libheif, which is loaded when the first such file comes. It puts
 * tiles together and applies the file's rotation, mirroring and crop (ISO/IEC 23008-12, 6.5.9 to
 * 6.5.12), which are what counts here: an EXIF orientation is for information only.
 */
export function createHeicOpener(): OpenFile {
  const libheif = createWasmSource('libheif-js/libheif-wasm/libheif.wasm');
  return async (bytes) => {
    const { default: load } = (await import('libheif-js/libheif-wasm/libheif.js')) as unknown as { default: LoadLibHeif };
    const instantiate = await libheif();
    const library = load({
      instantiateWasm: (imports, done) => {
        const instance = instantiate(imports);
        done(instance);
        return instance.exports;
      },
    });
    const context = library.heif_context_alloc();
    const { code, message } = library.heif_context_read_from_memory(context, bytes);
    if (code.value !== 0) throw new Error(message);
    const handle = succeed(library.heif_js_context_get_primary_image_handle(context));
    const page = {
      width: library.heif_image_handle_get_width(handle),
      height: library.heif_image_handle_get_height(handle),
      coarsestDecoded: 0,
      decodePlane: () => Promise.resolve(wholePlane(decodeBrightness(library, handle))),
      decodeColours: () => Promise.resolve(colourPlane(decodePixels(library, handle))),
    };
    return singlePage(page, () => library.heif_context_free(context));
  };
}

function succeed<Result extends object>(result: Result | HeifError): Result {
  if ('code' in result) throw new Error(result.message);
  return result;
}

/**
 * Most pictures hold their brightness as a channel of its own: it is taken as it is, which spares
 * the way through colours and half the memory.
 */
function decodeBrightness(library: LibHeif, handle: HeifImageHandle): GreyPlane {
  if (library.heif_image_handle_has_alpha_channel(handle)) return lumaPlane(withoutAlpha(decodePixels(library, handle)));
  const { heif_colorspace_undefined } = library.heif_colorspace;
  const decoded = succeed(library.heif_js_decode_image2(handle, heif_colorspace_undefined, library.heif_chroma.heif_chroma_undefined));
  const brightness = findChannel(decoded, library.heif_channel.heif_channel_Y);
  const plane = brightness?.bits_per_pixel === 8 ? { ...sizeOf(brightness), data: takeRows(brightness, 1) } : undefined;
  library.heif_image_release(decoded.image);
  return plane ?? lumaPlane(decodePixels(library, handle));
}

function withoutAlpha(pixels: InterleavedPixels): InterleavedPixels {
  return { ...colourPlane(pixels), channels: 3 };
}

/** Red, green, blue and alpha, 8 bits each, whatever the file holds. */
function decodePixels(library: LibHeif, handle: HeifImageHandle): InterleavedPixels {
  const { heif_chroma_interleaved_RGBA } = library.heif_chroma;
  const decoded = succeed(library.heif_js_decode_image2(handle, library.heif_colorspace.heif_colorspace_RGB, heif_chroma_interleaved_RGBA));
  const channel = findChannel(decoded, library.heif_channel.heif_channel_interleaved);
  if (!channel) throw new Error('The picture has no colours.');
  const pixels = { ...sizeOf(channel), data: takeRows(channel, 4), channels: 4 };
  library.heif_image_release(decoded.image);
  return pixels;
}

function findChannel({ channels }: HeifDecoded, id: { readonly value: number }): HeifChannel | undefined {
  return channels.find((channel) => channel.id.value === id.value);
}

function sizeOf({ width, height }: HeifChannel): { width: number; height: number } {
  return { width, height };
}

/** The pixels without what fills up their rows, in memory of their own. */
function takeRows({ width, height, stride, data }: HeifChannel, bytesPerPixel: number): Uint8Array {
  const rowBytes = width * bytesPerPixel;
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * stride, y * stride + rowBytes), y * rowBytes);
  return rows;
}
