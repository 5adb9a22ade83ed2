import type { GreyPlane } from '@ocr-web/reader/engine';

/** Photographed from further away: every pixel the mean of those it stands for, by area. */
export function shrinkPlane({ data, width, height }: GreyPlane, scale: number): GreyPlane {
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const shrunk = new Uint8Array(small.width * small.height);
  const samples = Math.max(1, Math.ceil(2 / scale));
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      for (let k = 0; k < samples * samples; k++) {
        const fromX = Math.floor(((x + ((k % samples) + 0.5) / samples) * width) / small.width);
        const fromY = Math.floor(((y + (Math.floor(k / samples) + 0.5) / samples) * height) / small.height);
        sum += data[fromY * width + fromX] as number;
      }
      shrunk[y * small.width + x] = Math.round(sum / (samples * samples));
    }
  }
  return { ...small, data: shrunk };
}
