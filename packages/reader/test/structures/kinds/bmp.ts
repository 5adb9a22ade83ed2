import { buildPart, type Part, type StructureGenerator } from '../structured-file.ts';

/**
 * Both headers and rows of 24 bits or runs of 8, from the top or from the bottom; or those of OS/2.
 */
export const generateBmp: StructureGenerator = (random) => {
  const width = 1 + random.below(20);
  const height = 1 + random.below(20);
  const rows = random.bytes(Math.ceil((width * 24) / 32) * 4 * height);
  if (random.below(3) === 0)
    return joinBmp(
      [
        [32, 12],
        [16, width],
        [16, height],
        [16, 1],
        [16, 24],
      ],
      rows,
    );
  const isCoded = random.below(2) === 0;
  const pixels = isCoded ? random.bytes(random.below(100)) : rows;
  const size = [
    [32, width],
    [32, random.pick([height, -height])],
    [16, 1],
    [16, isCoded ? 8 : 24],
  ] as const;
  return joinBmp([[32, 40], ...size, [32, isCoded ? 1 : 0], [32, pixels.length], ...new Array<Field>(4).fill([32, 0])], pixels);
};

type Field = readonly [bits: 16 | 32, value: number];

function joinBmp(header: readonly Field[], pixels: Buffer): readonly Part[] {
  const pixelsOffset = 14 + header.reduce((bytes, [bits]) => bytes + bits / 8, 0);
  return [
    buildPart('little-endian', 'BM', [32, pixelsOffset + pixels.length], '\0\0\0\0', [32, pixelsOffset]),
    buildPart('little-endian', ...header),
    buildPart('little-endian', pixels),
  ];
}
