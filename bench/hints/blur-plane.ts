import type { GreyPlane } from '@ocr-web/reader/engine';

/** Out of focus: a Gaussian of this spread, pixels, as three running means after each other. */
export function blurEvenly(plane: GreyPlane, spread: number): GreyPlane {
  const values = Float32Array.from(plane.data);
  // Three running means of n pixels have a variance of 3 (n² - 1) / 12.
  const reach = Math.max(1, Math.round((Math.sqrt(4 * spread ** 2 + 1) - 1) / 2));
  for (let round = 0; round < 3; round++) {
    for (let y = 0; y < plane.height; y++) meanAlong(values, y * plane.width, 1, plane.width, reach);
    for (let x = 0; x < plane.width; x++) meanAlong(values, x, plane.width, plane.height, reach);
  }
  return { width: plane.width, height: plane.height, data: Uint8Array.from(values, Math.round) };
}

/**
 * Moved while the shutter was open: every point becomes a stroke of this length, pixels, in this
 * direction, radians.
 */
export function blurAlong({ data, width, height }: GreyPlane, length: number, direction: number): GreyPlane {
  const steps = Math.max(1, Math.ceil(length));
  const blurred = new Uint8Array(data.length);
  const offsets = Array.from({ length: steps }, (_, step) => {
    const along = ((step + 0.5) / steps - 0.5) * length;
    return { x: Math.round(along * Math.cos(direction)), y: Math.round(along * Math.sin(direction)) };
  });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const offset of offsets) {
        const fromY = Math.min(height - 1, Math.max(0, y + offset.y));
        sum += data[fromY * width + Math.min(width - 1, Math.max(0, x + offset.x))] as number;
      }
      blurred[y * width + x] = Math.round(sum / steps);
    }
  }
  return { width, height, data: blurred };
}

/**
 * The running mean over 2 * reach + 1 values of a row or column; beyond its ends the last value
 * repeats.
 */
function meanAlong(values: Float32Array, start: number, stride: number, count: number, reach: number): void {
  const row = new Float32Array(count);
  for (let index = 0; index < count; index++) row[index] = values[start + index * stride]!;
  const at = (index: number) => row[Math.min(count - 1, Math.max(0, index))] as number;
  let sum = 0;
  for (let index = -reach; index <= reach; index++) sum += at(index);
  for (let index = 0; index < count; index++) {
    values[start + index * stride] = sum / (2 * reach + 1);
    sum += at(index + reach + 1) - at(index - reach);
  }
}
