import * as task from '../../assembly/tasks/convolution.ts';
import { ROUNDING_BITS } from '../../assembly/tasks/rounding.ts';
import { elementBytes } from '../instruction-set.ts';
import type { Addition, Layer } from '../network/network-description.ts';
import type { Segment } from '../pack/pack-convolution.ts';
import type { PlanContext } from './plan-context.ts';
import { framedSides } from './shape-tensors.ts';
import type { TaskFields } from './task-writer.ts';

/** Adds the convolution of a layer, with what is added to it. */
export function addConvolution(context: PlanContext, index: number): void {
  const { network, shapes, buffers, writer } = context;
  const layer = network.description.layers[index]!;
  const packed = network.layers[index]!;
  const input = placeOf(context, layer.input);
  const output = placeOf(context, index + 1);
  const shape = shapes[index + 1]!;
  const segments = writer.list(packed.segments.flatMap((block) => listSegments(block, input.row, elementBytes[network.set])));
  const fields = writer.add('convolve', index + 1, task.SIZE);
  const { setInteger } = fields;
  setInteger(task.INPUT, input.first - layer.padding[0] * input.row - layer.padding[1] * input.pixel);
  setInteger(task.INPUT_ROW, layer.strides[0] * input.row);
  setInteger(task.INPUT_STEP, layer.strides[1] * input.pixel);
  setInteger(task.OUTPUT, output.first);
  setInteger(task.OUTPUT_ROW, output.row);
  setInteger(task.OUTPUT_STEP, output.pixel);
  setInteger(task.WIDTH, shape.width);
  setInteger(task.HEIGHT, shape.height);
  setInteger(task.BLOCKS, packed.segments.length);
  setInteger(task.WEIGHTS, packed.address);
  setInteger(task.SEGMENTS, segments);
  setInteger(task.SUMS, buffers.windowSums[index]!);
  setRequantisation(fields, layer);
  if (layer.addition) setAddition(fields, layer.addition, placeOf(context, layer.addition.tensor));
}

type Place = { readonly first: number; readonly row: number; readonly pixel: number };

/** Address of the first pixel of a tensor inside its border, bytes of its rows and pixels. */
function placeOf({ network, shapes, buffers }: PlanContext, tensor: number): Place {
  const shape = shapes[tensor]!;
  const pixel = shape.channels * elementBytes[network.set];
  const row = framedSides(shape).columns * pixel;
  return { first: buffers.tensors[tensor]! + shape.border[0] * row + shape.border[1] * pixel, row, pixel };
}

/**
 * How many segments a block has; of each, how far it is from the first activation, and its bytes.
 */
function listSegments(segments: readonly Segment[], row: number, element: number): number[] {
  return [segments.length, ...segments.flatMap((segment) => [segment.row * row + segment.element * element, 8 * segment.units * element])];
}

/** Before an addition a product is a number of its own, less its zero point. */
function setRequantisation({ setFloat, setInteger }: TaskFields, { product: { zero }, addition }: Layer): void {
  setFloat(task.LOWEST, -zero);
  setFloat(task.HIGHEST, 255 - zero);
  setInteger(task.SHIFT, (addition ? -128 : zero - 128) - ROUNDING_BITS);
}

function setAddition({ setFloat, setInteger }: TaskFields, { doubling, factors }: Addition, addend: Place): void {
  setInteger(task.ADDEND, addend.first);
  setInteger(task.ADDEND_ROW, addend.row);
  setInteger(task.ADDEND_STEP, addend.pixel);
  setInteger(task.DOUBLING, doubling ? 1 : 0);
  setFloat(task.ADDEND_FACTOR, factors.addend);
  setFloat(task.PRODUCT_FACTOR, factors.product);
  setFloat(task.CONSTANT, factors.constant);
}
