const size = 512;
const source = Uint8Array.from({ length: size * size }, (_, index) => (index * 7919) % 251);
const target = new Float32Array(size * size);

/**
 * Processor time of work that is always the same and of the kind that the reader does outside of
 * its networks: a plane sampled bilinearly along a slanted line for each pixel. Milliseconds.
 */
export function measureScript(): number {
  const start = process.cpuUsage();
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) target[y * size + x] = sample(x * 0.93 + y * 0.05, y * 0.91 + x * 0.04);
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function sample(x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  const at = Math.min(top, size - 2) * size + Math.min(left, size - 2);
  const upper = source[at]! * (1 - fx) + source[at + 1]! * fx;
  const lower = source[at + size]! * (1 - fx) + source[at + size + 1]! * fx;
  return upper * (1 - fy) + lower * fy;
}
