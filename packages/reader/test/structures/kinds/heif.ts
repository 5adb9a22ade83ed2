import { assembleFile, buildPart, type Part, type StructureGenerator } from '../structured-file.ts';

const headerBytes = 8;

/**
 * A file type box, the properties of pictures in their containers, media data. The header of a
 * container is a part, so that it may be nested.
 */
export const generateHeif: StructureGenerator = (random) => {
  const brands = random.pick(['heic\0\0\0\0mif1heic', 'mif1\0\0\0\0heicmiaf', 'avif\0\0\0\0mif1avif']);
  const sizes = Array.from({ length: 1 + random.below(4) }, () =>
    buildPart('big-endian', [32, 20], 'ispe', [32, 0], [32, 1 + random.below(5000)], [32, 1 + random.below(5000)]),
  );
  const contain = (type: string, before: string, parts: readonly Part[]) => [
    buildPart('big-endian', [32, headerBytes + before.length + assembleFile(parts).length], type, before),
    ...parts,
  ];
  const data = random.bytes(random.below(60));
  const mediaData = random.pick([
    () => buildPart('big-endian', [32, headerBytes + data.length], 'mdat', data),
    () => buildPart('big-endian', [32, 1], 'mdat', [64, 2 * headerBytes + data.length], data),
    () => buildPart('big-endian', [32, 0], 'mdat', data),
  ])();
  const properties = contain('iprp', '', contain('ipco', '', sizes));
  const handler = buildPart('big-endian', [32, headerBytes + 24], 'hdlr', '\0\0\0\0\0\0\0\0pict', Buffer.alloc(12));
  return [
    buildPart('big-endian', [32, headerBytes + brands.length], 'ftyp', brands),
    ...contain('meta', '\0\0\0\0', [handler, ...properties]),
    mediaData,
  ];
};
