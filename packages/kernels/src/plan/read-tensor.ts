import type { InstructionSet } from '../instruction-set.ts';
import type { Plan } from './plan-network.ts';
import { framedSides } from './shape-tensors.ts';

/**
 * Copies a tensor out of memory: stored as 0..255, by row, column and channel, without its border.
 */
export function readTensor(buffer: ArrayBuffer, { shapes, buffers }: Plan, set: InstructionSet, tensor: number): Uint8Array {
  const { height, width, channels, border } = shapes[tensor]!;
  const { rows, columns } = framedSides(shapes[tensor]!);
  const values = rows * columns * channels;
  const stored =
    set === 'relaxed' ? new Int8Array(buffer, buffers.tensors[tensor], values) : new Int16Array(buffer, buffers.tensors[tensor], values);
  const inner = new Uint8Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    const first = ((y + border[0]) * columns + border[1]) * channels;
    for (let at = 0; at < width * channels; at++) inner[y * width * channels + at] = stored[first + at]! + 128;
  }
  return inner;
}
