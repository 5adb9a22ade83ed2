import { crc32 } from 'node:zlib';
import { mutateStructure } from '../../../packages/reader/test/structures/mutate-structure.ts';
import type { Random } from '../../../packages/reader/test/structures/random.ts';
import { decodedKinds } from './decoded-kinds.ts';
import type { Specimen } from './draw-specimens.ts';

/** A specimen with something wrong in its structure or its data. */
export function mutateFile({ kind, bytes }: Specimen, random: Random): Buffer {
  if (random.below(4) === 0) return flipBits(bytes, random);
  const mutated = mutateStructure(decodedKinds[kind](bytes), random);
  if (kind === 'png' && random.below(2) === 0) return withChecksums(mutated);
  if (kind === 'pdf' && random.below(2) === 0) return withOtherNumbers(mutated, random);
  return mutated;
}

/** Leaves the structure as it is: what is coded wrongly reaches the decoder's inner parts. */
function flipBits(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  for (let count = 1 + random.below(30); count > 0; count--) {
    const at = random.below(flipped.length);
    flipped[at] = flipped[at]! ^ (1 << random.below(8));
  }
  return flipped;
}

/** A decoder of PNG looks at little behind a wrong checksum. */
function withChecksums(bytes: Buffer): Buffer {
  const whole = Buffer.from(bytes);
  for (let at = 8; at + 12 <= whole.length; at += 12 + whole.readUInt32BE(at)) {
    const end = at + 8 + whole.readUInt32BE(at);
    if (end + 4 > whole.length) break;
    whole.writeUInt32BE(crc32(whole.subarray(at + 4, end)), end);
  }
  return whole;
}

const numbers = ['0', '-1', '1', '65536', '2147483647', '2147483648', '4294967296', '99999999999999999999', '1e9', '0.0000001'];

/** Sizes, counts, references and coordinates are text in a PDF. */
function withOtherNumbers(bytes: Buffer, random: Random): Buffer {
  const found = [...bytes.toString('latin1').matchAll(/\d+/g)];
  const chosen = found.length === 0 ? undefined : random.pick(found);
  if (!chosen) return bytes;
  const [text] = chosen;
  return Buffer.concat([bytes.subarray(0, chosen.index), Buffer.from(random.pick(numbers)), bytes.subarray(chosen.index + text.length)]);
}
