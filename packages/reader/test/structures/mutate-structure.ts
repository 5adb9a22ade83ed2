import type { Random } from './random.ts';
import { assembleFile, type Part, replaceNumber } from './structured-file.ts';

/** Where sizes, counts and offsets go wrong. */
const edges = [0, 1, 2, 3, 7, 8, 9, 15, 16, 255, 256, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53, 2 ** 53 + 2];
const edgeValues = [...edges.map(BigInt), 2n ** 63n, 2n ** 64n - 1n];

type Mutation = (parts: readonly Part[], random: Random) => readonly Part[];

const mutations: readonly Mutation[] = [
  setNumber,
  setNumber,
  setNumber,
  repeatPart,
  removePart,
  swapParts,
  overwriteBytes,
  insertFill,
  cutPart,
];

/**
 * The bytes of a file after one to four mutations of its structure, which now and then cut it off
 * as well.
 */
export function mutateStructure(parts: readonly Part[], random: Random): Buffer {
  let mutated = parts;
  for (let count = 1 + random.below(4); count > 0 && mutated.length > 0; count -= 1) mutated = random.pick(mutations)(mutated, random);
  const bytes = assembleFile(mutated);
  return random.below(4) === 0 ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
}

/**
 * A size, count or offset at an edge, one beside the right one, or one that leads to any part:
 * backwards, into another, or to itself.
 */
function setNumber(parts: readonly Part[], random: Random): readonly Part[] {
  const index = random.below(parts.length);
  const part = parts[index]!;
  if (part.fields.length === 0) return parts;
  const start = (of: number) => parts.slice(0, of).reduce((sum, { bytes }) => sum + bytes.length, 0);
  const value = random.pick([
    () => random.pick(edgeValues),
    () => BigInt(start(random.below(parts.length + 1)) + random.below(3) - 1),
    () => BigInt(start(parts.length) - start(index) + random.below(3) - 1),
  ])();
  return parts.with(index, replaceNumber(part, random.pick(part.fields), value));
}

/** Mostly twice, now and then as a chain of thousands. */
function repeatPart(parts: readonly Part[], random: Random): readonly Part[] {
  const index = random.below(parts.length);
  const times = random.below(100) === 0 ? random.below(100_000) : random.below(6);
  return parts.toSpliced(random.below(parts.length + 1), 0, ...new Array<Part>(times).fill(parts[index]!));
}

function removePart(parts: readonly Part[], random: Random): readonly Part[] {
  return parts.toSpliced(random.below(parts.length), 1);
}

function swapParts(parts: readonly Part[], random: Random): readonly Part[] {
  const [one, other] = [random.below(parts.length), random.below(parts.length)];
  return parts.with(one, parts[other]!).with(other, parts[one]!);
}

function overwriteBytes(parts: readonly Part[], random: Random): readonly Part[] {
  const index = random.below(parts.length);
  const part = parts[index]!;
  const bytes = Buffer.from(part.bytes);
  for (let count = random.below(4); count > 0 && bytes.length > 0; count -= 1) bytes[random.below(bytes.length)] = random.below(256);
  return parts.with(index, { ...part, bytes });
}

function insertFill(parts: readonly Part[], random: Random): readonly Part[] {
  const length = random.below(500) === 0 ? random.below(1_000_000) : random.below(40);
  const bytes = random.below(4) === 0 ? random.bytes(Math.min(length, 1000)) : Buffer.alloc(length, random.pick([0x00, 0xff, 0xd9, 0x25]));
  return parts.toSpliced(random.below(parts.length + 1), 0, { bytes, fields: [] });
}

function cutPart(parts: readonly Part[], random: Random): readonly Part[] {
  const index = random.below(parts.length);
  const { bytes, fields } = parts[index]!;
  const length = random.below(bytes.length + 1);
  return parts.with(index, { bytes: bytes.subarray(0, length), fields: fields.filter((field) => field.at + field.bytes <= length) });
}
