/** Interleaved red, green and blue, 0..255, row by row from the top left corner. */
export type ColourPlane = { readonly width: number; readonly height: number; readonly data: Uint8Array };
