import { buildPart, type StructureGenerator } from '../structured-file.ts';

/** Segments up to the first scan, coded data, the end marker. */
export const generateJpeg: StructureGenerator = (random) => {
  const segment = (marker: string, length: number) => buildPart('big-endian', '\xff', marker, [16, 2 + length], random.bytes(length));
  const size = [
    [16, 1 + random.below(5000)],
    [16, 1 + random.below(5000)],
  ] as const;
  return [
    buildPart('big-endian', '\xff\xd8'),
    segment('\xe0', 14),
    ...Array.from({ length: random.below(4) }, () => segment(random.pick(['\xe1', '\xe2', '\xfe', '\xdb']), random.below(80))),
    buildPart('big-endian', '\xff', random.pick(['\xc0', '\xc1', '\xc2']), [16, 11], [8, 8], ...size, [8, 1], '\x01\x11\0'),
    segment('\xc4', 20),
    buildPart('big-endian', '\xff\xda', [16, 8], [8, 1], '\x01\0\0\x3f\0'),
    buildPart('big-endian', Buffer.from(random.bytes(random.below(100)).map((byte) => byte & 0x7f))),
    buildPart('big-endian', '\xff\xd9'),
  ];
};
