import type { InstructionSet } from '../instruction-set.ts';
import type { NetworkDescription } from '../network/network-description.ts';
import type { Segment } from '../pack/pack-convolution.ts';
import type { Buffers } from './plan-buffers.ts';
import type { TensorShape } from './shape-tensors.ts';
import type { TaskWriter } from './task-writer.ts';

/** The weights of a layer as they lie in memory, and what each block of channels looks at. */
export type PackedLayer = { readonly address: number; readonly segments: readonly (readonly Segment[])[] };

/** A network as it lies in memory. */
export type LoadedNetwork = {
  readonly description: NetworkDescription;
  readonly set: InstructionSet;
  readonly layers: readonly PackedLayer[];
  /** Address of the head's weights. */
  readonly head: number;
  /** The first address behind the weights. */
  readonly end: number;
};

/** What is computed for one picture, and where it lies. */
export type PlanContext = {
  readonly network: LoadedNetwork;
  readonly shapes: readonly TensorShape[];
  readonly buffers: Buffers;
  readonly writer: TaskWriter;
};
