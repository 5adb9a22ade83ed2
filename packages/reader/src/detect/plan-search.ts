/** On this long side a document that fills the picture shows its MRZ clearly, pixels. */
const firstLook = 512;
/** A small document in a large scan needs this. */
const finerLook = 1280;
/** Small pictures are enlarged up to this factor: the detector wants glyphs 4 pixels apart or more. */
const maxEnlarging = 2;

/** How long the picture's longer side is made for the first look at it and for a finer one, pixels; no finer one where it shows no more. */
export function planSearch({ width, height }: { readonly width: number; readonly height: number }): { first: number; finer?: number } {
  const longSide = Math.max(width, height);
  const first = Math.min(firstLook, longSide * maxEnlarging);
  const finer = Math.min(finerLook, longSide);
  return finer >= first * 1.3 ? { first, finer } : { first };
}
