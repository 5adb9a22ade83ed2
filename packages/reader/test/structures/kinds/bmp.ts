import { buildPart, type StructureGenerator } from '../structured-file.ts';

/** Both headers and rows of 24 bits, from the top or from the bottom. */
export const generateBmp: StructureGenerator = (random) => {
  const width = 1 + random.below(20);
  const height = 1 + random.below(20);
  const pixels = random.bytes(Math.ceil((width * 24) / 32) * 4 * height);
  const storedHeight = random.pick([height, -height]);
  return [
    buildPart('little-endian', 'BM', [32, 54 + pixels.length], '\0\0\0\0', [32, 54]),
    buildPart(
      'little-endian',
      [32, 40],
      [32, width],
      [32, storedHeight],
      [16, 1],
      [16, 24],
      [32, 0],
      [32, pixels.length],
      Buffer.alloc(16),
    ),
    buildPart('little-endian', pixels),
  ];
};
