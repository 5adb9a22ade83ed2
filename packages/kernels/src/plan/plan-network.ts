import * as borderTask from '../../assembly/tasks/border.ts';
import * as headTask from '../../assembly/tasks/head.ts';
import * as normalisationTask from '../../assembly/tasks/normalisation.ts';
import { ROUNDING_BITS } from '../../assembly/tasks/rounding.ts';
import * as sumsTask from '../../assembly/tasks/sums.ts';
import { elementBytes } from '../instruction-set.ts';
import { quantisationOf } from '../network/network-description.ts';
import { foursOf } from '../pack/pack-head.ts';
import { addConvolution } from './add-convolution.ts';
import { type Buffers, planBuffers } from './plan-buffers.ts';
import type { LoadedNetwork, PlanContext } from './plan-context.ts';
import { framedSides, shapeTensors, type TensorShape } from './shape-tensors.ts';
import { createTaskWriter, type Step } from './task-writer.ts';

/** How a network is run on pictures of one size. */
export type Plan = {
  readonly steps: readonly Step[];
  /** What the kernels are told, and where it lies. */
  readonly words: Int32Array;
  readonly start: number;
  /** Bytes of memory that it needs. */
  readonly end: number;
  readonly buffers: Buffers;
  readonly shapes: readonly TensorShape[];
};

/**
 * Plans a network for pictures of one size: which kernels run, on which memory.
 *
 * @throws RangeError when the network cannot take such a picture
 */
export function planNetwork(network: LoadedNetwork, height: number, width: number): Plan {
  const { description, set, end: start } = network;
  const shapes = shapeTensors(description, height, width);
  // Their number does not depend on where the buffers are, so they can be written twice.
  const write = (buffers: Buffers) => {
    const context = { network, shapes, buffers, writer: createTaskWriter(start) };
    addTasks(context);
    return context.writer;
  };
  const tasks = write(planBuffers(description, shapes, set, start)).words().byteLength;
  const buffers = planBuffers(description, shapes, set, Math.ceil((start + tasks) / 16) * 16);
  const writer = write(buffers);
  return { steps: writer.steps, words: writer.words(), start, end: buffers.end, buffers, shapes };
}

function addTasks(context: PlanContext): void {
  addNormalisation(context);
  addBorder(context, 0);
  context.network.description.layers.forEach((_, index) => {
    addWindowSums(context, index);
    addConvolution(context, index);
    addBorder(context, index + 1);
  });
  addHead(context);
}

function addNormalisation({ network: { description, set }, shapes: [shape], buffers, writer }: PlanContext): void {
  const { epsilon, scale, zero } = description.picture;
  const { setInteger, setFloat } = writer.add('normalise', 0, normalisationTask.SIZE);
  const pixel = shape!.channels * elementBytes[set];
  const row = framedSides(shape!).columns * pixel;
  setInteger(normalisationTask.PICTURE, buffers.picture);
  setInteger(normalisationTask.WIDTH, 4 * shape!.width);
  setInteger(normalisationTask.HEIGHT, shape!.height);
  setInteger(normalisationTask.OUTPUT, buffers.tensors[0]! + shape!.border[0] * row + shape!.border[1] * pixel);
  setInteger(normalisationTask.OUTPUT_ROW, row);
  setFloat(normalisationTask.EPSILON, epsilon);
  setFloat(normalisationTask.STEP, scale);
  setFloat(normalisationTask.LOWEST, -zero);
  setFloat(normalisationTask.HIGHEST, 255 - zero);
  setInteger(normalisationTask.SHIFT, zero - 128 - ROUNDING_BITS);
}

/** The border of a tensor, and the sums of its pixels where they are needed. */
function addBorder({ network: { description, set }, shapes, buffers, writer }: PlanContext, tensor: number): void {
  const shape = shapes[tensor]!;
  const { rows, columns } = framedSides(shape);
  const [above, left, below, right] = shape.border;
  const pixel = shape.channels * elementBytes[set];
  const stored = quantisationOf(description, tensor).zero - 128;
  if (above + left + below + right > 0) {
    const { setInteger } = writer.add('fillBorder', tensor, borderTask.SIZE);
    setInteger(borderTask.ADDRESS, buffers.tensors[tensor]!);
    setInteger(borderTask.ROW, columns * pixel);
    setInteger(borderTask.LEFT, left * pixel);
    setInteger(borderTask.RIGHT, right * pixel);
    setInteger(borderTask.ABOVE, above);
    setInteger(borderTask.BELOW, below);
    setInteger(borderTask.HEIGHT, shape.height);
    setInteger(borderTask.PATTERN, set === 'relaxed' ? (stored & 0xff) * 0x01010101 : (stored & 0xffff) * 0x00010001);
  }
  if (set === 'relaxed' && description.layers.some(({ input }) => input === tensor)) {
    const { setInteger } = writer.add('sumPixels', tensor, sumsTask.SIZE);
    setInteger(sumsTask.PIXELS, buffers.tensors[tensor]!);
    setInteger(sumsTask.COUNT, rows * columns);
    setInteger(sumsTask.CHANNELS, shape.channels);
    setInteger(sumsTask.SUMS, buffers.pixelSums[tensor]!);
  }
}

function addWindowSums({ network: { description, set }, shapes, buffers, writer }: PlanContext, index: number): void {
  if (set !== 'relaxed') return;
  const { input, kernel, strides, padding } = description.layers[index]!;
  const { border } = shapes[input]!;
  const { columns } = framedSides(shapes[input]!);
  const { setInteger } = writer.add('sumWindows', index + 1, sumsTask.SIZE);
  setInteger(sumsTask.SUMS, buffers.pixelSums[input]! + 4 * ((border[0] - padding[0]) * columns + border[1] - padding[1]));
  setInteger(sumsTask.SUMS_ROW, 4 * columns);
  setInteger(sumsTask.KERNEL_HEIGHT, kernel[0]);
  setInteger(sumsTask.KERNEL_WIDTH, kernel[1]);
  setInteger(sumsTask.STRIDE_Y, strides[0]);
  setInteger(sumsTask.STRIDE_X, strides[1]);
  setInteger(sumsTask.WIDTH, shapes[index + 1]!.width);
  setInteger(sumsTask.HEIGHT, shapes[index + 1]!.height);
  setInteger(sumsTask.WINDOWS, buffers.windowSums[index]!);
}

function addHead({ network: { description, head: weights }, shapes, buffers, writer }: PlanContext): void {
  const { head, layers } = description;
  const shape = shapes[layers.length]!;
  const { scale, zero } = quantisationOf(description, layers.length);
  const answer = head.answer === 'maps' ? 'drawMaps' : 'toLogProbabilities';
  // What is multiplied for a pixel lies as its steps are answered, one behind the other.
  for (const [kernel, steps] of [
    ['multiply', 1],
    [answer, head.steps],
  ] as const) {
    const { setInteger, setFloat } = writer.add(kernel, layers.length + 1, headTask.SIZE);
    setInteger(headTask.INPUT, buffers.tensors[layers.length]!);
    setInteger(headTask.COUNT, shape.height * shape.width * steps);
    setInteger(headTask.CHANNELS, head.channels);
    setInteger(headTask.ORIGIN, 128 - zero);
    setFloat(headTask.STEP, scale);
    setInteger(headTask.WEIGHTS, weights);
    setInteger(headTask.CLASSES, head.classes);
    setInteger(headTask.FOURS, foursOf(head) / steps);
    setInteger(headTask.SCRATCH, buffers.scratch);
    setInteger(headTask.PRODUCTS, buffers.products);
    setInteger(headTask.OUTPUT, buffers.answer);
    setFloat(headTask.EPSILON, head.epsilon);
  }
}
