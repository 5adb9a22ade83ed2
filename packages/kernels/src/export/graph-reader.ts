import type { Quantisation } from '../network/network-description.ts';
import type { Constant, Graph, GraphNode } from '../onnx/read-graph.ts';

/** A tensor of a graph in eight bits: what it is made of and how it is stored. */
export type QuantisedTensor = { readonly name: string; readonly source: string; readonly quantisation: Quantisation };

/** Questions to a graph, whose answers are what the kernels can compute or an error. */
export type GraphReader = {
  /** The operator that gives a tensor, one of those that may. */
  maker(tensor: string, ...operators: string[]): GraphNode;
  constant(name: string): Constant;
  /** A constant of one number. */
  scalar(name: string): number;
  /** How many operators take the numbers of a tensor. */
  takers(tensor: string): number;
  /** A tensor that was stored in eight bits, by its name as that or once it is floats again. */
  quantised(tensor: string): QuantisedTensor;
  /** A constant in eight bits or more, with the scale of each channel; its zero point is 0. */
  quantisedConstant(floats: string): { readonly stored: Constant; readonly scales: readonly number[] };
};

/** @throws RangeError when the graph is not as it should be, each of its answers too */
export function createGraphReader({ nodes, constants }: Graph): GraphReader {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const maker = (tensor: string, ...operators: string[]) => {
    const node = makers.get(tensor);
    if (!node || !operators.includes(node.operator)) {
      throw new RangeError(`${tensor} is made by ${node?.operator ?? 'nothing'}, where the kernels know ${operators.join(', ')}.`);
    }
    return node;
  };
  const constant = (name: string) => {
    const found = constants.get(name);
    if (!found) throw new RangeError(`${name} is no constant.`);
    return found;
  };
  const scalar = (name: string) => {
    const [value, ...others] = constant(name).values;
    if (value === undefined || others.length > 0) throw new RangeError(`${name} is not one number.`);
    return value;
  };
  const scaleAndZero = ({ inputs: [, scale = '', zero = ''] }: GraphNode) => ({ scale: scalar(scale), zero: scalar(zero) });
  const quantised = (tensor: string) => {
    const reading = maker(tensor, 'DequantizeLinear', 'QuantizeLinear');
    const quantise = reading.operator === 'QuantizeLinear' ? reading : maker(reading.inputs[0]!, 'QuantizeLinear');
    const quantisation = scaleAndZero(quantise);
    if (!isSame(quantisation, scaleAndZero(reading))) throw new RangeError(`${tensor} is stored with one scale and read with another.`);
    return { name: quantise.outputs[0]!, source: quantise.inputs[0]!, quantisation };
  };
  const quantisedConstant = (floats: string) => {
    const [stored = '', scale = '', zero = ''] = maker(floats, 'DequantizeLinear').inputs;
    if (constant(zero).values.some((value) => value !== 0)) throw new RangeError(`${stored} has a zero point that is not 0.`);
    return { stored: constant(stored), scales: [...constant(scale).values] };
  };
  const takers = (tensor: string) => nodes.filter(({ operator, inputs }) => operator !== 'Shape' && inputs.includes(tensor)).length;
  return { maker, constant, scalar, takers, quantised, quantisedConstant };
}

export function isSame(one: Quantisation, other: Quantisation): boolean {
  return one.scale === other.scale && one.zero === other.zero;
}
