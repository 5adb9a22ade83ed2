/** On this long side a document that fills the picture shows its MRZ clearly, pixels. */
const firstLook = 512;
/** A small document in a large scan needs this. */
const finerLook = 1280;
/** Small pictures are enlarged up to this factor: the detector wants glyphs 4 pixels apart or more. */
const maxEnlarging = 2;

/** The sizes, as lengths of the picture's longer side in pixels, at which to search a picture one after the other. */
export function planSearch({ width, height }: { readonly width: number; readonly height: number }): number[] {
  const longSide = Math.max(width, height);
  const first = Math.min(firstLook, longSide * maxEnlarging);
  const finer = Math.min(finerLook, longSide);
  return finer >= first * 1.3 ? [first, finer] : [first];
}
