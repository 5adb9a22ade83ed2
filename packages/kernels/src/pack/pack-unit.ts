import type { InstructionSet } from '../instruction-set.ts';

/**
 * The weights of eight channels for eight activations: fours (of bytes) or pairs (of two bytes) of
 * each channel beside each other, as one instruction takes them.
 */
export function packUnit(channels: readonly Int16Array[], set: InstructionSet): Uint8Array {
  const together = set === 'relaxed' ? 4 : 2;
  const packed = set === 'relaxed' ? new Int8Array(64) : new Int16Array(64);
  let at = 0;
  for (let first = 0; first < 8; first += together) {
    for (const channel of channels) {
      packed.set(channel.subarray(first, first + together), at);
      at += together;
    }
  }
  return new Uint8Array(packed.buffer);
}
