import type { Network } from '@ocr-web/reader/engine';

const side = { width: 640, height: 448 };

/** Processor time of one run of the detector on a plane that is always the same, milliseconds. */
export async function measureReference(detector: Network): Promise<number> {
  const data = Float32Array.from({ length: side.width * side.height }, (_, index) => ((index * 7919) % 256) / 255);
  const start = process.cpuUsage();
  await detector.run({ data, dims: [1, 1, side.height, side.width] });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
