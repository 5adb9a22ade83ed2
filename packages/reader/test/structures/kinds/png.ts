import { buildPart, type StructureGenerator } from '../structured-file.ts';

/** Signature and chunks. */
export const generatePng: StructureGenerator = (random) => {
  const chunk = (type: string, data: Buffer) => buildPart('big-endian', [32, data.length], type, data, random.bytes(4));
  const size = [
    [32, 1 + random.below(5000)],
    [32, 1 + random.below(5000)],
  ] as const;
  return [
    buildPart('big-endian', '\x89PNG\r\n\x1a\n'),
    buildPart('big-endian', [32, 13], 'IHDR', ...size, [8, 8], '\0\0\0\0', random.bytes(4)),
    ...Array.from({ length: 1 + random.below(5) }, () =>
      chunk(random.pick(['IDAT', 'tEXt', 'pHYs', 'iCCP']), random.bytes(random.below(60))),
    ),
    chunk('IEND', Buffer.alloc(0)),
  ];
};
