/** A grey picture: `data[y * width + x]`, 0 black to 255 white, rows from the top. */
export type GreyPlane = { readonly width: number; readonly height: number; readonly data: Uint8Array };
