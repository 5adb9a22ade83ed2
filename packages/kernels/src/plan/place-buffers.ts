/** Memory that is needed from one step of a network to another, both included. */
export type BufferNeed = { readonly bytes: number; readonly from: number; readonly to: number };

/** Kernels read and write vectors, up to this many bytes beyond the end of a buffer. */
const slack = 16;

/**
 * Places buffers so that those that are needed at the same time do not overlap: large ones first,
 * each at the lowest place that is free.
 *
 * @param start the first address, a multiple of 16, as those of all buffers are
 * @returns addresses in the order of the needs, and the first address behind all of them
 */
export function placeBuffers(needs: readonly BufferNeed[], start: number): { readonly addresses: readonly number[]; readonly end: number } {
  const addresses: number[] = new Array(needs.length).fill(start);
  const sizes = needs.map(({ bytes }) => Math.ceil((bytes + slack) / 16) * 16);
  const placed: number[] = [];
  const bySize = needs.map((_, index) => index).sort((one, other) => sizes[other]! - sizes[one]! || one - other);
  for (const index of bySize) {
    const need = needs[index]!;
    const others = placed
      .filter((other) => needs[other]!.from <= need.to && need.from <= needs[other]!.to)
      .sort((one, other) => addresses[one]! - addresses[other]!);
    let at = start;
    for (const other of others) {
      if (at + sizes[index]! <= addresses[other]!) break;
      at = Math.max(at, addresses[other]! + sizes[other]!);
    }
    addresses[index] = at;
    placed.push(index);
  }
  return { addresses, end: Math.max(start, ...needs.map((_, index) => addresses[index]! + sizes[index]!)) };
}
