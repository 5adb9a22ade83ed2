import { buildPart, type StructureGenerator } from '../structured-file.ts';

const headerBytes = 8;

/** A header and a chain of directories, in either byte order. */
export const generateTiff: StructureGenerator = (random) => {
  const order = random.pick(['little-endian', 'big-endian'] as const);
  const pages = 1 + random.below(5);
  const entries = 3;
  const directoryBytes = 2 + entries * 12 + 4;
  const short = (tag: number, value: number) =>
    [
      [16, tag],
      [16, 3],
      [32, 1],
      [16, value],
      [16, 0],
    ] as const;
  const long = (tag: number, value: number) =>
    [
      [16, tag],
      [16, 4],
      [32, 1],
      [32, value],
    ] as const;
  const directory = (page: number) =>
    buildPart(order, [16, entries], ...short(256, 1 + random.below(5000)), ...long(257, 1 + random.below(5000)), ...short(258, 8), [
      32,
      page + 1 < pages ? headerBytes + (page + 1) * directoryBytes : 0,
    ]);
  return [
    buildPart(order, order === 'little-endian' ? 'II' : 'MM', [16, 42], [32, headerBytes]),
    ...Array.from({ length: pages }, (_, page) => directory(page)),
  ];
};
