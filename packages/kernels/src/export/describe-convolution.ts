import type { Layer, Quantisation } from '../network/network-description.ts';
import type { LayerWeights } from '../network/network-weights.ts';
import type { GraphNode } from '../onnx/read-graph.ts';
import type { GraphReader } from './graph-reader.ts';

type Numbers = readonly number[];

/** What a convolution is of its own, whatever comes before it and after it. */
export type Convolution = Pick<Layer, 'inputChannels' | 'channels' | 'kernel' | 'strides' | 'padding'>;

/** @throws RangeError for dilated ones and groups, and for channels that the kernels cannot take */
export function describeConvolution(reader: GraphReader, node: GraphNode): Convolution {
  const { dims } = reader.quantisedConstant(node.inputs[1]!).stored;
  const [channels = 0, inputChannels = 0, rows = 0, columns = 0] = dims;
  const numbers = (name: string, otherwise: Numbers): Numbers => {
    const value = node.attributes.get(name) ?? otherwise;
    return typeof value === 'number' ? [value] : value;
  };
  const isPlain = numbers('group', [1])[0] === 1 && numbers('dilations', [1, 1]).every((dilation) => dilation === 1);
  if (dims.length !== 4 || !isPlain || channels % 8 !== 0 || (columns * inputChannels) % 8 !== 0) {
    throw new RangeError(`The kernels know no convolution of ${dims.join(' x ')}, dilated or in groups: ${node.outputs[0]}.`);
  }
  const [above = 0, left = 0, below = 0, right = 0] = numbers('pads', []);
  const [down = 1, across = 1] = numbers('strides', []);
  return { inputChannels, channels, kernel: [rows, columns], strides: [down, across], padding: [above, left, below, right] };
}

/**
 * The numbers of a convolution, channels last.
 *
 * @throws RangeError when its bias has another scale than its products
 */
export function takeWeights(reader: GraphReader, node: GraphNode, input: Quantisation, product: Quantisation): LayerWeights {
  const { stored, scales } = reader.quantisedConstant(node.inputs[1]!);
  const bias = reader.quantisedConstant(node.inputs[2]!);
  const products = scales.map((scale) => Math.fround(input.scale * scale));
  // ONNX Runtime takes the bias as it is stored, whatever its scale.
  if (products.some((scale, channel) => Math.abs(scale / bias.scales[channel]! - 1) > 1e-6)) {
    throw new RangeError(`The bias of ${node.outputs[0]} has other scales than its products.`);
  }
  const multipliers = products.map((scale) => Math.fround(scale / product.scale));
  return {
    weights: channelsLast(Int8Array.from(stored.values), stored.dims),
    bias: Int32Array.from(bias.stored.values),
    multipliers: Float32Array.from(multipliers),
  };
}

/** Weights by output, input, row, column → by output, row, column, input. */
function channelsLast(weights: Int8Array, [outputs = 0, inputs = 0, rows = 0, columns = 0]: Numbers): Int8Array {
  const places = rows * columns;
  const last = new Int8Array(weights.length);
  for (let output = 0; output < outputs; output++) {
    for (let input = 0; input < inputs; input++) {
      for (let place = 0; place < places; place++) {
        last[(output * places + place) * inputs + input] = weights[(output * inputs + input) * places + place]!;
      }
    }
  }
  return last;
}
