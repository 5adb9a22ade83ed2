import type { GraphNode } from '../onnx/read-graph.ts';
import { convolveFloats } from './convolve-floats.ts';
import { type FloatTensor, sidesOf, zeros } from './float-tensor.ts';
import { enlarge, halveByLargest } from './resample-floats.ts';

type Numbers = readonly number[];
/** What an operator of ONNX makes of its inputs. */
export type Operator = (inputs: readonly FloatTensor[], attributes: GraphNode['attributes']) => FloatTensor;

/** The operators that float networks have, as far as these use them. */
export const operators: Readonly<Record<string, Operator>> = {
  // Constants are read as floats, whatever they are stored as.
  Cast: ([one]) => one!,
  Conv: ([picture, weights, bias], attributes) => {
    const numbers = (name: string, otherwise: Numbers) => (attributes.get(name) as Numbers | undefined) ?? otherwise;
    const [down = 1, across = 1] = numbers('strides', [1, 1]);
    const [above = 0, left = 0, below = 0, right = 0] = numbers('pads', []);
    if (numbers('dilations', [1, 1]).some((step) => step !== 1)) throw new RangeError('Kernels with gaps are not computed in floats.');
    const groups = (attributes.get('group') as number | undefined) ?? 1;
    return convolveFloats(picture!, weights!, bias ?? zeros([weights!.dims[0]!]), {
      groups,
      strides: [down, across],
      padding: [above, left, below, right],
    });
  },
  Add: ([one, other]) => add(one!, other!),
  Sub: ([one, other]) => scale(one!, other!, (a, b) => a - b),
  Mul: ([one, other]) => scale(one!, other!, (a, b) => a * b),
  Relu: ([tensor]) => cutOff(tensor!),
  MaxPool: ([picture]) => halveByLargest(picture!),
  Resize: ([picture, , , sizes]) => enlarge(picture!, sizes!.data[2]!, sizes!.data[3]!),
  Transpose: ([picture]) => channelsLast(picture!),
  Reshape: ([{ data } = zeros([]), dims]) => ({ dims: [...dims!.data], data }),
  Concat: (parts) => joinChannels(parts),
};

/**
 * The sum of two tensors of one size. Half of the numbers of a network pass here: a loop that calls
 * nothing takes a fifth of the time.
 *
 * @throws RangeError for other sizes
 */
function add(one: FloatTensor, other: FloatTensor): FloatTensor {
  if (one.data.length !== other.data.length) throw new RangeError(`[${one.dims.join(', ')}] and [${other.dims.join(', ')}] are not added.`);
  const result = zeros(one.dims);
  for (let at = 0; at < result.data.length; at++) result.data[at] = one.data[at]! + other.data[at]!;
  return result;
}

/** What is negative becomes 0. */
function cutOff({ dims, data }: FloatTensor): FloatTensor {
  const result = zeros(dims);
  for (let at = 0; at < data.length; at++) {
    const value = data[at]!;
    if (value > 0) result.data[at] = value;
  }
  return result;
}

/** All numbers with one, or those of each part of the first dimension with one. */
function scale(tensor: FloatTensor, { data }: FloatTensor, combine: (a: number, b: number) => number): FloatTensor {
  const each = tensor.data.length / data.length;
  if (data.length !== 1 && tensor.dims[0] !== data.length) throw new RangeError(`${data.length} numbers for [${tensor.dims.join(', ')}].`);
  return { dims: tensor.dims, data: tensor.data.map((value, at) => combine(value, data[Math.floor(at / each)]!)) };
}

/** [1, channels, height, width] to [1, height, width, channels]. */
function channelsLast(picture: FloatTensor): FloatTensor {
  const { channels, height, width } = sidesOf(picture);
  const area = height * width;
  const result = zeros([1, height, width, channels]);
  for (let channel = 0; channel < channels; channel++)
    for (let pixel = 0; pixel < area; pixel++) result.data[pixel * channels + channel] = picture.data[channel * area + pixel]!;
  return result;
}

/** The channels of one picture behind those of another one of the same size. */
function joinChannels(pictures: readonly FloatTensor[]): FloatTensor {
  const sides = pictures.map(sidesOf);
  const [{ height, width } = { height: 0, width: 0 }] = sides;
  const result = zeros([1, sides.reduce((sum, { channels }) => sum + channels, 0), height, width]);
  let at = 0;
  for (const { data } of pictures) {
    result.data.set(data, at);
    at += data.length;
  }
  return result;
}
