import type { WasmInstance } from './wasm-module.ts';

/** Numbered names of libheif's enumerations, as Embind hands them over. */
type HeifEnum = { readonly value: number };

/** What a failed call answers. */
export type HeifError = { readonly code: HeifEnum; readonly message: string };

declare const handleBrand: unique symbol;
export type HeifImageHandle = { readonly [handleBrand]: true };
type HeifContext = object;
type HeifImage = object;

/** Pixels of one channel; `data` lies in the library's memory until the image is released. */
export type HeifChannel = {
  readonly id: HeifEnum;
  readonly width: number;
  readonly height: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
  readonly bits_per_pixel: number;
  readonly data: Uint8Array;
};

export type HeifDecoded = { readonly image: HeifImage; readonly channels: readonly HeifChannel[] };

/**
 * The functions of libheif-js that are used; its own declarations leave the ones for JavaScript
 * untyped.
 */
export type LibHeif = {
  readonly heif_colorspace: { readonly heif_colorspace_RGB: HeifEnum; readonly heif_colorspace_undefined: HeifEnum };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: HeifEnum; readonly heif_chroma_undefined: HeifEnum };
  readonly heif_channel: { readonly heif_channel_Y: HeifEnum; readonly heif_channel_interleaved: HeifEnum };
  heif_context_alloc(): HeifContext;
  heif_context_free(context: HeifContext): void;
  heif_context_read_from_memory(context: HeifContext, bytes: Uint8Array): HeifError;
  heif_js_context_get_primary_image_handle(context: HeifContext): HeifImageHandle | HeifError;
  heif_image_handle_get_width(handle: HeifImageHandle): number;
  heif_image_handle_get_height(handle: HeifImageHandle): number;
  heif_image_handle_has_alpha_channel(handle: HeifImageHandle): number;
  heif_image_handle_release(handle: HeifImageHandle): void;
  heif_js_decode_image2(handle: HeifImageHandle, space: HeifEnum, chroma: HeifEnum): HeifDecoded | HeifError;
  heif_image_release(image: HeifImage): void;
};

/** What libheif-js exports: makes an instance of its own with each call. */
export type LoadLibHeif = (options: {
  readonly instantiateWasm: (imports: object, done: (instance: WasmInstance) => void) => object;
}) => LibHeif;
