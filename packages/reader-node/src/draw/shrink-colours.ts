import type { ColourPlane } from '@ocr-web/reader/engine';

/**
 * The same picture no larger than a side allows: every pixel is the mean of those that it stands
 * for, edges weighed by their share. A picture that is small enough is returned as it is.
 */
export function shrinkColours(plane: ColourPlane, longestSide: number): ColourPlane {
  const scale = longestSide / Math.max(plane.width, plane.height);
  if (scale >= 1) return plane;
  const width = Math.max(1, Math.round(plane.width * scale));
  const height = Math.max(1, Math.round(plane.height * scale));
  const columns = shareOut(plane.width, width);
  const rows = shareOut(plane.height, height);
  const area = (plane.width / width) * (plane.height / height);
  const sums = new Float32Array((height + 1) * width * 3);
  const row = new Float32Array((width + 1) * 3);
  for (let y = 0; y < plane.height; y++) {
    sumRow(plane, y, columns, row);
    const at = rows.target[y]! * width * 3;
    const share = rows.share[y]!;
    for (let i = 0; i < width * 3; i++) {
      const value = row[i]!;
      sums[at + i]! += value * share;
      sums[at + width * 3 + i]! += value * (1 - share);
    }
  }
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) data[i] = sums[i]! / area + 0.5;
  return { width, height, data };
}

/**
 * For each source: the target in which it begins, and the share of it that lies there; the rest
 * lies in the next one.
 */
type Shares = { readonly target: Int32Array; readonly share: Float32Array };

function shareOut(from: number, to: number): Shares {
  const step = from / to;
  const target = new Int32Array(from);
  const share = new Float32Array(from);
  for (let source = 0; source < from; source++) {
    const first = Math.min(to - 1, Math.floor(source / step));
    target[source] = first;
    share[source] = first === to - 1 ? 1 : Math.min(1, (first + 1) * step - source);
  }
  return { target, share };
}

function sumRow({ data, width }: ColourPlane, y: number, { target, share }: Shares, row: Float32Array): void {
  row.fill(0);
  for (let x = 0, from = y * width * 3; x < width; x++, from += 3) {
    const at = target[x]! * 3;
    const here = share[x]!;
    for (let channel = 0; channel < 3; channel++) {
      const value = data[from + channel]!;
      row[at + channel]! += value * here;
      row[at + channel + 3]! += value * (1 - here);
    }
  }
}
