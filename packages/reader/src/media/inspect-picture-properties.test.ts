import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkInspection } from '../../test/structures/check-inspection.ts';
import { mutateStructure } from '../../test/structures/mutate-structure.ts';
import { createRandom } from '../../test/structures/random.ts';
import { structureGenerators } from '../../test/structures/structure-generators.ts';
import { assembleFile } from '../../test/structures/structured-file.ts';
import { worstCases } from '../../test/structures/worst-cases.ts';
import { inspectPicture } from './inspect-picture.ts';

const kinds = Object.entries(structureGenerators);
const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const signatures = [
  ...['\xff\xd8\xff', '\xff\xd8\xff\xda', '\x89PNG\r\n\x1a\n', 'RIFF\0\0\0\0WEBP', 'RIFF\0\0\0\0WEBPVP8X', 'GIF87a', 'GIF89a', 'BM'],
  ...['II*\0', 'MM\0*', 'II*\0\x08\0\0\0', 'MM\0*\0\0\0\x08', 'II+\0', 'MM\0+', '%PDF-', '\n%PDF-', '<svg '],
  ...['\0\0\0\x10ftypheic\0\0\0\0', '\0\0\0\x10ftypavif\0\0\0\0', '\0\0\0\x0cftypmif1', '\0\0\0\x01ftypheic'],
];

test.each(kinds)('%s: a file of a valid structure is whole, and its size is known', (kind, generate) => {
  for (let seed = 0; seed < 300; seed += 1) {
    const found = inspectPicture(assembleFile(generate(createRandom(seed))));
    const size = kind === 'pdf' ? {} : { width: expect.any(Number), height: expect.any(Number) };
    expect(found, `seed ${seed}`).toEqual({ mediaType: expect.stringMatching(/^(image|application)\//), ...size, truncated: false });
  }
});

test.each(kinds)('%s: whatever happens to its structure, the inspection goes on to an end', (_kind, generate) => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const random = createRandom(seed);
      checkInspection(mutateStructure(generate(random), random));
    }),
    { numRuns: 500, seed: 20261128 },
  );
});

test.each(signatures)('behind %j any bytes whatever', (signature) => {
  const edges = fc.constantFrom(0x00, 0x01, 0x02, 0x7f, 0x80, 0xd8, 0xd9, 0xda, 0xff);
  const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(edges, { maxLength: 200 }).map(Uint8Array.from.bind(Uint8Array)));
  fc.assert(
    fc.property(anyBytes, (rest) => {
      checkInspection(Buffer.concat([Buffer.from(signature, 'latin1'), rest]));
    }),
    { numRuns: 300, seed: 20261128 },
  );
});

test('cut off at any byte, a file of a valid structure is never taken for damaged', () => {
  for (const [kind, generate] of kinds) {
    const whole = assembleFile(generate(createRandom(7)));
    for (let length = 0; length < whole.length; length += 1) {
      const { outcome } = checkInspection(whole.subarray(0, length));
      expect(outcome, `${kind}: ${length} of ${whole.length} bytes`).not.toBe('damaged');
    }
  }
});

test('files of nothing but structure are refused before they are walked through to their end', () => {
  const outcomes = Object.entries(worstCases).map(([name, build]) => [name, checkInspection(build(2 ** 20)).outcome]);
  expect(Object.fromEntries(outcomes)).toEqual({
    'bmp: no end': 'damaged',
    'gif: no end': 'whole',
    'heif: boxes in boxes': 'damaged',
    'heif: boxes of 8 bytes': 'damaged',
    'heif: sizes of pictures': 'damaged',
    'jpeg: empty segments': 'damaged',
    'jpeg: fill bytes': 'damaged',
    'jpeg: markers alone': 'damaged',
    'jpeg: no end, almost one everywhere': 'cut off',
    'jpeg: no end, the other half of one everywhere': 'damaged',
    'pdf: no end, almost one everywhere': 'cut off',
    'pdf: no end, its first letter everywhere': 'cut off',
    'png: empty chunks': 'damaged',
    'svg: no tag': 'no picture',
    'tiff: a directory of 65,535 entries': 'whole',
    'tiff: empty directories': 'damaged',
    'webp: no end': 'cut off',
  });
});
