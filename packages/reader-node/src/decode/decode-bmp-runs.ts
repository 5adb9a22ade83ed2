/** The escapes behind a zero; greater numbers announce as many pixels one by one. */
const escapes = { endOfLine: 0, endOfPicture: 1, delta: 2 };

type RunLengthCoded = {
  /** From the first coded byte on. */
  readonly coded: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: 4 | 8;
};

/**
 * Decodes BI_RLE8 and BI_RLE4 (Microsoft, "Bitmap Compression"). Pixels that the code skips keep
 * the palette's first colour; what goes on beyond the end of a row or of the picture is left out,
 * so that memory and time are bounded by the size and by the coded bytes.
 *
 * @returns indexes into the palette, row by row in the order of the file
 * @throws RangeError when the code ends before the last row was reached
 */
export function decodeBmpRuns({ coded, width, height, bitsPerPixel }: RunLengthCoded): Uint8Array {
  const indexes = new Uint8Array(width * height);
  const perByte = 8 / bitsPerPixel;
  let [x, y, at] = [0, 0, 0];
  const next = (): number => {
    if (at >= coded.length) throw new RangeError('The file ends within its coded pixels.');
    return coded[at++]!;
  };
  const draw = (count: number, byteOf: (place: number) => number) => {
    const visible = Math.min(count, width - x);
    for (let index = 0; index < visible; index++) indexes[y * width + x + index] = pixelOf(byteOf(index), index, perByte);
    x += count;
  };
  // Some writers leave out the mark at the end of the picture.
  while (y < height && !(at === coded.length && y === height - 1)) {
    const count = next();
    const value = next();
    if (count > 0) {
      draw(count, () => value);
    } else if (value === escapes.endOfLine) {
      [x, y] = [0, y + 1];
    } else if (value === escapes.endOfPicture) {
      break;
    } else if (value === escapes.delta) {
      [x, y] = [x + next(), y + next()];
    } else {
      const start = at;
      // Such stretches are filled up to whole words.
      at += 2 * Math.ceil(value / perByte / 2);
      if (at > coded.length) throw new RangeError('The file ends within its coded pixels.');
      draw(value, (index) => coded[start + Math.floor(index / perByte)]!);
    }
  }
  return indexes;
}

/** Of two pixels in a byte the first one has the upper bits. */
function pixelOf(byte: number, index: number, perByte: number): number {
  if (perByte === 1) return byte;
  return index % 2 === 0 ? byte >> 4 : byte & 15;
}
