import { type FloatTensor, sidesOf, zeros } from './float-tensor.ts';

/** The largest of each two by two pixels (MaxPool of ONNX, stride 2). */
export function halveByLargest(picture: FloatTensor): FloatTensor {
  const { channels, height, width } = sidesOf(picture);
  const [down, across] = [height >> 1, width >> 1];
  const result = zeros([1, channels, down, across]);
  for (let channel = 0, at = 0; channel < channels; channel++) {
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++, at++) {
        const from = (channel * height + 2 * y) * width + 2 * x;
        const { data } = picture;
        result.data[at] = Math.max(data[from]!, data[from + 1]!, data[from + width]!, data[from + width + 1]!);
      }
    }
  }
  return result;
}

/**
 * Draws a picture larger, linear between the middles of its pixels (Resize of ONNX, half_pixel).
 */
export function enlarge(picture: FloatTensor, down: number, across: number): FloatTensor {
  const { channels, height, width } = sidesOf(picture);
  const result = zeros([1, channels, down, across]);
  const [rows, columns] = [sampleSide(height, down), sampleSide(width, across)];
  for (let channel = 0, at = 0; channel < channels; channel++) {
    const plane = picture.data.subarray(channel * height * width, (channel + 1) * height * width);
    for (const [top, bottom, lower] of rows) {
      for (const [left, right, further] of columns) {
        const upper = plane[top * width + left]! * (1 - further) + plane[top * width + right]! * further;
        const under = plane[bottom * width + left]! * (1 - further) + plane[bottom * width + right]! * further;
        result.data[at++] = upper * (1 - lower) + under * lower;
      }
    }
  }
  return result;
}

/**
 * For each place of the larger side the two of the smaller one around it, and the share of the
 * second.
 */
function sampleSide(from: number, to: number): (readonly [before: number, after: number, share: number])[] {
  return Array.from({ length: to }, (_, at) => {
    const place = Math.max(0, ((at + 0.5) * from) / to - 0.5);
    const before = Math.min(from - 1, Math.floor(place));
    return [before, Math.min(from - 1, before + 1), place - before];
  });
}
