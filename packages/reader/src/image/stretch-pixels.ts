import type { InterleavedPixels } from './luma-plane.ts';

/**
 * Where a target pixel lies between two source pixels: the first, the step to the second, its
 * share.
 */
type Taps = { readonly from: Int32Array; readonly step: Int32Array; readonly share: Float32Array };

/** The same picture at another size, at least as large: bilinear interpolation. */
export function stretchPixels(pixels: InterleavedPixels, width: number, height: number): InterleavedPixels {
  const { data: from, channels } = pixels;
  const rowLength = pixels.width * channels;
  const columns = layTaps(pixels.width, width);
  const rows = layTaps(pixels.height, height);
  const data = new Uint8Array(width * height * channels);
  const row = new Float32Array(rowLength);
  for (let y = 0, at = 0; y < height; y++) {
    const upper = rows.from[y]! * rowLength;
    const lower = upper + rows.step[y]! * rowLength;
    const share = rows.share[y]!;
    for (let i = 0; i < rowLength; i++) row[i] = from[upper + i]! * (1 - share) + from[lower + i]! * share;
    for (let x = 0; x < width; x++) {
      const left = columns.from[x]! * channels;
      const right = left + columns.step[x]! * channels;
      const part = columns.share[x]!;
      for (let channel = 0; channel < channels; channel++) {
        data[at++] = row[left + channel]! * (1 - part) + row[right + channel]! * part + 0.5;
      }
    }
  }
  return { data, width, height, channels };
}

function layTaps(source: number, target: number): Taps {
  const taps = { from: new Int32Array(target), step: new Int32Array(target), share: new Float32Array(target) };
  for (let index = 0; index < target; index++) {
    const place = Math.min(source - 1, Math.max(0, ((index + 0.5) * source) / target - 0.5));
    const first = Math.floor(place);
    taps.from[index] = first;
    taps.step[index] = first + 1 < source ? 1 : 0;
    taps.share[index] = place - first;
  }
  return taps;
}
