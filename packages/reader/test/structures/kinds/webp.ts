import { assembleFile, buildPart, type StructureGenerator } from '../structured-file.ts';

/** A RIFF header and chunks, the first of each of the three kinds. */
export const generateWebp: StructureGenerator = (random) => {
  const first = random.pick([
    () => buildPart('little-endian', 'VP8X', [32, 10], '\0\0\0\0', [24, random.below(5000)], [24, random.below(5000)]),
    () => buildPart('little-endian', 'VP8L', [32, 6], '\x2f', [32, random.below(2 ** 28)], '\0'),
    () => buildPart('little-endian', 'VP8 ', [32, 10], '\0\0\0\x9d\x01\x2a', [16, 1 + random.below(5000)], [16, 1 + random.below(5000)]),
  ])();
  const others = Array.from({ length: 1 + random.below(4) }, () =>
    buildPart('little-endian', random.pick(['ALPH', 'ICCP', 'EXIF', 'ANMF']), [32, 20], random.bytes(20)),
  );
  const chunks = [first, ...others];
  return [buildPart('little-endian', 'RIFF', [32, 4 + assembleFile(chunks).length], 'WEBP'), ...chunks];
};
