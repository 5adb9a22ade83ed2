/** A rectangle of the picture, pixels; `right` and `bottom` lie outside. */
export type Region = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
