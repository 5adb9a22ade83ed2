import type { Addition, Head, Layer, NetworkDescription, Quantisation } from '../network/network-description.ts';
import type { LayerWeights, StoredNetwork } from '../network/network-weights.ts';
import type { Constant, Graph, GraphNode } from '../onnx/read-graph.ts';
import { additionFactors } from './addition-factors.ts';
import { describeConvolution, takeWeights } from './describe-convolution.ts';
import { createGraphReader, type GraphReader, isSame, type QuantisedTensor } from './graph-reader.ts';

/** Operators that only move numbers. */
const moving = ['Transpose', 'Reshape', 'Unsqueeze', 'Expand', 'Slice'];

/**
 * Finds in a graph what the kernels compute.
 *
 * @throws RangeError when it is another network than they can compute
 */
export function describeNetwork(graph: Graph): StoredNetwork {
  const reader = createGraphReader(graph);
  const { head, input, weights } = describeHead(graph, reader);
  const layers = listLayers(reader, input);
  const description = { picture: layers.picture, layers: layers.found.map(({ layer }) => layer), head };
  return { description, weights: { layers: layers.found.map((found) => found.weights), head: weights } };
}

type FoundLayer = { readonly layer: Layer; readonly weights: LayerWeights };
type FoundLayers = { readonly picture: NetworkDescription['picture']; readonly found: readonly FoundLayer[] };

/** The layers that lead to a tensor, each after those that it takes something from. */
function listLayers(reader: GraphReader, last: string): FoundLayers {
  const found: FoundLayer[] = [];
  const tensors = new Map<string, number>();
  let picture: NetworkDescription['picture'] | undefined;

  const tensorOf = (floats: string): number => {
    const tensor = reader.quantised(floats);
    const known = tensors.get(tensor.name);
    if (known !== undefined) return known;
    const maker = reader.maker(tensor.source, 'Conv', 'Add', 'Transpose');
    if (maker.operator === 'Transpose') {
      picture = { ...tensor.quantisation, epsilon: describePicture(reader, maker) };
      tensors.set(tensor.name, 0);
      return 0;
    }
    found.push(maker.operator === 'Conv' ? layerOf(maker, tensor) : sumOf(maker, tensor));
    tensors.set(tensor.name, found.length);
    return found.length;
  };
  const layerOf = (node: GraphNode, { source: name, quantisation: product }: QuantisedTensor): FoundLayer => {
    const input = tensorOf(node.inputs[0]!);
    const { quantisation } = reader.quantised(node.inputs[0]!);
    const layer = { name, input, ...describeConvolution(reader, node), product };
    return { layer, weights: takeWeights(reader, node, quantisation, product) };
  };
  const sumOf = ({ inputs: [other = '', floats = ''] }: GraphNode, { source: name, quantisation: result }: QuantisedTensor): FoundLayer => {
    const product = reader.quantised(floats);
    if (reader.takers(product.name) !== 1 || reader.takers(floats) !== 1) throw new RangeError(`${floats} is added and used elsewhere.`);
    const addend = findAddend(reader, other);
    const tensor = tensorOf(addend.floats);
    const { layer, weights } = layerOf(reader.maker(product.source, 'Conv'), product);
    const factors = additionFactors(addend.quantisation, product.quantisation, result);
    const addition: Addition = { tensor, doubling: addend.doubling, factors, result };
    return { layer: { ...layer, name, addition }, weights };
  };
  tensorOf(last);
  if (!picture) throw new RangeError('The graph has no picture.');
  return { picture, found };
}

/** What is added to a product, back to what computed it: maybe doubled on the way. */
function findAddend(reader: GraphReader, floats: string): { floats: string; quantisation: Quantisation; doubling: boolean } {
  const { quantisation } = reader.quantised(floats);
  const enlargements: string[] = [];
  let at = floats;
  for (;;) {
    const { source, quantisation: here } = reader.quantised(at);
    if (!isSame(here, quantisation)) throw new RangeError(`${floats} is stored in another way than ${at}.`);
    let node = reader.maker(source, 'Conv', 'Add', ...moving);
    if (!moving.includes(node.operator)) break;
    while (moving.includes(node.operator)) {
      if (node.operator === 'Expand') enlargements.push(reader.constant(node.inputs[1]!).values.join());
      at = node.inputs[0]!;
      node = reader.maker(at, 'DequantizeLinear', ...moving);
    }
  }
  if (!['', '1,1,2,1,2,1'].includes(enlargements.join(';'))) throw new RangeError(`${floats} is enlarged by ${enlargements.join(';')}.`);
  return { floats: at, quantisation, doubling: enlargements.length > 0 };
}

/** The normalisation before the first layer; returns what is added to the standard deviation. */
function describePicture(reader: GraphReader, transpose: GraphNode): number {
  const reshape = reader.maker(transpose.inputs[0]!, 'Reshape');
  const squeeze = reader.maker(reshape.inputs[0]!, 'Squeeze');
  const [centred = '', deviation = ''] = reader.maker(squeeze.inputs[0]!, 'Div').inputs;
  const [, mean = ''] = reader.maker(centred, 'Sub').inputs;
  reader.maker(mean, 'ReduceMean');
  const [root = '', epsilon = ''] = reader.maker(deviation, 'Add').inputs;
  const [variance = ''] = reader.maker(root, 'Sqrt').inputs;
  const [square = ''] = reader.maker(variance, 'ReduceMean').inputs;
  if (reader.maker(square, 'Mul').inputs.some((input) => input !== centred)) throw new RangeError(`${square} is no square.`);
  return reader.scalar(epsilon);
}

type FoundHead = { readonly head: Head; readonly input: string; readonly weights: { bias: Float32Array; weights: Float32Array } };

/** The last product and what is made of it. */
function describeHead(graph: Graph, reader: GraphReader): FoundHead {
  const { nodes, constants, outputs } = graph;
  const product = nodes.find(({ operator }) => operator === 'MatMul' || operator === 'MatMulIntegerToFloat');
  const [answer] = outputs;
  if (!product || (answer !== 'maps' && answer !== 'log_probs')) throw new RangeError('The graph has no last layer.');
  const matrix = readMatrix(reader, product);
  const [channels = 0, columns = 0] = matrix.dims;
  const added = nodes.filter(({ operator }) => operator === 'Add').flatMap(({ inputs }) => inputs);
  const [bias, ...others] = [...added, ...product.inputs.slice(6)].filter((input) => constants.get(input)?.values.length === columns);
  if (bias === undefined || others.length > 0) throw new RangeError('The last layer of the graph has no bias, or several.');
  const input = reader.maker(product.inputs[0]!, 'Transpose').inputs[0]!;
  if (product.operator === 'MatMulIntegerToFloat') assertScale(reader, product, input);
  return {
    head: { answer, channels, ...describeSteps(nodes, reader, columns), epsilon: answer === 'maps' ? directionEpsilon(nodes, reader) : 0 },
    input,
    weights: { bias: Float32Array.from(reader.constant(bias).values), weights: Float32Array.from(matrix.values) },
  };
}

/**
 * Into how many steps the last product of a pixel is cut before the probabilities of each.
 *
 * @throws RangeError for steps that the kernels cannot part
 */
function describeSteps(nodes: Graph['nodes'], reader: GraphReader, columns: number): Pick<Head, 'steps' | 'classes'> {
  const [source] = nodes.find(({ operator }) => operator === 'LogSoftmax')?.inputs ?? [];
  const reshape = nodes.find(({ operator, outputs }) => operator === 'Reshape' && source !== undefined && outputs.includes(source));
  const classes = reshape ? [...reader.constant(reshape.inputs[1]!).values].at(-1)! : columns;
  const steps = columns / classes;
  if (!Number.isInteger(steps) || (steps > 1 && classes % 4 !== 0)) {
    throw new RangeError(`The kernels know no ${columns} columns that are steps of ${classes} classes.`);
  }
  return { steps, classes };
}

/** A product of integers reads its input with a scale of its own. */
function assertScale(reader: GraphReader, { inputs: [, , scale = '', , zero = ''] }: GraphNode, input: string): void {
  const read = { scale: reader.scalar(scale), zero: reader.scalar(zero) };
  if (!isSame(reader.quantised(input).quantisation, read)) throw new RangeError(`${input} is stored with one scale and read with another.`);
}

/** The weights of a product, as floats or in eight bits with a scale for each column. */
function readMatrix(reader: GraphReader, { operator, inputs: [, weights = '', , scales = '', , zero = ''] }: GraphNode): Constant {
  if (operator === 'MatMul') return reader.constant(weights);
  const stored = reader.constant(weights);
  if (reader.constant(zero).values.some((value) => value !== 0)) throw new RangeError(`${weights} has a zero point that is not 0.`);
  const each = [...reader.constant(scales).values];
  return { dims: stored.dims, values: Float32Array.from(stored.values, (value, at) => value * each[at % each.length]!) };
}

/** What is added to the length of a direction before it is divided by it: the last quotient's. */
function directionEpsilon(nodes: readonly GraphNode[], reader: GraphReader): number {
  const quotient = nodes.findLast(({ operator }) => operator === 'Div');
  const [length = '', epsilon = ''] = reader.maker(quotient?.inputs[1] ?? '', 'Add').inputs;
  reader.maker(length, 'Sqrt');
  return reader.scalar(epsilon);
}
