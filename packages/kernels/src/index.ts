export { createNetwork, type KernelNetwork, type ObservedStep } from './create-network.ts';
export { describeNetwork } from './export/describe-network.ts';
export { chooseInstructionSet, type InstructionSet } from './instruction-set.ts';
export { type KernelFile, kernelFiles } from './kernel-files.ts';
export { type Layer, type NetworkDescription, type Quantisation, quantisationOf } from './network/network-description.ts';
export { readWeights, type StoredNetwork } from './network/network-weights.ts';
export { type NetworkEntry, networks } from './networks.ts';
export { readGraph } from './onnx/read-graph.ts';
export { shapeTensors } from './plan/shape-tensors.ts';
