/** A canvas' matrix for each EXIF orientation, for a picture of so many stored columns and rows. */
const matrices: Readonly<Record<number, (width: number, height: number) => DOMMatrix2DInit>> = {
  2: (width) => ({ a: -1, d: 1, e: width }),
  3: (width, height) => ({ a: -1, d: -1, e: width, f: height }),
  4: (_, height) => ({ d: -1, f: height }),
  5: () => ({ a: 0, b: 1, c: 1, d: 0 }),
  6: (_, height) => ({ a: 0, b: 1, c: -1, d: 0, e: height }),
  7: (width, height) => ({ a: 0, b: -1, c: -1, d: 0, e: height, f: width }),
  8: (width) => ({ a: 0, b: -1, c: 1, d: 0, f: width }),
};

/**
 * The picture as it is looked at. The bitmap is closed where another one takes its place.
 *
 * @param orientation EXIF's 1 to 8; any other value leaves the bitmap as it is
 */
export function turnBitmap(bitmap: ImageBitmap, orientation: number): ImageBitmap {
  const matrix = matrices[orientation]?.(bitmap.width, bitmap.height);
  if (!matrix) return bitmap;
  const { width, height } = orientation >= 5 ? { width: bitmap.height, height: bitmap.width } : bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError(`A canvas of ${width} by ${height} pixels cannot be had.`);
  context.setTransform(matrix);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
