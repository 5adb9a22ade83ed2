import type { FlatPage } from '../page/flatten-page.ts';

/** Half of the square around a pixel that tells what is dark there, millimetres. */
const reach = 2.2;
/** Ink is darker than the mean around it by so many standard deviations, and by so much at least. */
const minDeviations = [0.35, 1.05] as const;
const minContrast = 0.035;

/**
 * The pixels of a page that are darker than what is around them (Niblack 1986, with a least
 * contrast): 0 paper, 1 ink, 2 ink that is dark enough to stand out from guilloche and pictures.
 */
export function findInk({ data, width, height, scale }: FlatPage): Uint8Array {
  const radius = Math.round(reach * scale);
  const ink = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  const add = (y: number, sign: number) => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = data[at]!;
      sums[x]! += sign * value;
      squares[x]! += sign * value * value;
    }
  };
  for (let y = 0; y < Math.min(radius, height); y++) add(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) add(y + radius, 1);
    if (y - radius - 1 >= 0) add(y - radius - 1, -1);
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    let [sum, square] = [0, 0];
    for (let x = 0; x < Math.min(radius, width); x++) {
      sum += sums[x]!;
      square += squares[x]!;
    }
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (x + radius < width) {
        sum += sums[x + radius]!;
        square += squares[x + radius]!;
      }
      if (x - radius - 1 >= 0) {
        sum -= sums[x - radius - 1]!;
        square -= squares[x - radius - 1]!;
      }
      const count = rows * (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1);
      const mean = sum / count;
      const deviation = Math.sqrt(Math.max(0, square / count - mean * mean));
      const depth = mean - data[at]!;
      if (depth > Math.max(minContrast, minDeviations[0] * deviation)) ink[at] = depth > minDeviations[1] * deviation ? 2 : 1;
    }
  }
  return ink;
}
