import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutateStructure } from '../../../../packages/reader/test/structures/mutate-structure.ts';
import { createRandom } from '../../../../packages/reader/test/structures/random.ts';
import { structureGenerators } from '../../../../packages/reader/test/structures/structure-generators.ts';
import { onePixelPng } from '../../test/uploads/pictures.ts';
import { isServiceError } from '../errors/service-error.ts';
import { checkPicture } from './check-picture.ts';

const limits = { maxBytes: 20 * 2 ** 20, maxPixels: 100_000_000 };

function refusalOf(bytes: Buffer): string {
  try {
    return checkPicture(bytes, limits, 'file');
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${error.code}: ${error.message} (${error.details.field})`;
  }
}

const damaged = (what: string) => `picture.corrupt: Upload a valid image. The file you uploaded is damaged: ${what} (file)`;

test.each([0n, 1n, 15n])('a box with a 64-bit size of %d, which is less than its header, is refused', (size) => {
  const bytes = Buffer.alloc(40);
  bytes.writeUInt32BE(16, 0);
  bytes.write('ftypheic', 4, 'latin1');
  bytes.writeUInt32BE(1, 16);
  bytes.write('mdat', 20, 'latin1');
  bytes.writeBigUInt64BE(size, 24);
  expect(refusalOf(bytes)).toBe(damaged('one of its parts ends before it begins.'));
});

test('a file of more parts than any honest one, but that is not too long, is taken', () => {
  const chunk = Buffer.from('\0\0\0\x04IDATdatacrc.', 'latin1');
  const chunks = Buffer.alloc(60_000 * chunk.length, chunk);
  const bytes = Buffer.concat([onePixelPng.subarray(0, 33), chunks, onePixelPng.subarray(33)]);
  expect(refusalOf(bytes)).toBe('image/png');
});

test('a TIFF whose directories lead round in circles is taken: the reader stops where they begin again', () => {
  const bytes = Buffer.from('II*\0\x08\0\0\0\0\0\x0e\0\0\0\0\0\x08\0\0\0', 'latin1');
  expect(refusalOf(bytes)).toBe('image/tiff');
});

test('a TIFF of millions of empty directories is refused, however they are chained', () => {
  const bytes = Buffer.alloc(limits.maxBytes);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let at = 8; at + 6 <= bytes.length; at += 6) bytes.writeUInt32LE(at + 6, at + 2);
  expect(refusalOf(bytes)).toBe(damaged('it has more than 65536 parts.'));
});

test.each(Object.entries(structureGenerators))(
  '%s: whatever happens to its structure, it is taken or refused by name',
  (_kind, generate) => {
    const answer = /^(image|application)\/|^picture\.(empty|unsupported|corrupt|too_large): /;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const random = createRandom(seed);
        expect(refusalOf(mutateStructure(generate(random), random))).toMatch(answer);
      }),
      { numRuns: 500, seed: 20261128 },
    );
  },
);
