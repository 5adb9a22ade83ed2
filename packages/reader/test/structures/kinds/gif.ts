import { buildPart, type StructureGenerator } from '../structured-file.ts';

/** A header, blocks of each kind, the trailer. */
export const generateGif: StructureGenerator = (random) => {
  const size = [
    [16, 1 + random.below(5000)],
    [16, 1 + random.below(5000)],
  ] as const;
  const block = random.bytes(1 + random.below(60));
  return [
    buildPart('little-endian', random.pick(['GIF87a', 'GIF89a']), ...size, [8, 0], '\0\0'),
    buildPart('little-endian', '\x21\xf9', [8, 4], '\0\0\0\0\0'),
    buildPart('little-endian', '\x2c', [16, 0], [16, 0], ...size, '\0'),
    buildPart('little-endian', '\x02', [8, block.length], block, '\0'),
    buildPart('little-endian', '\x3b'),
  ];
};
