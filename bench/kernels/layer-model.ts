import type { Layer, Quantisation, StoredNetwork } from '@ocr-web/kernels';
import { blockField, varintField } from '../../packages/kernels/test/support/write-onnx.ts';

const float32 = 1;
const uint8 = 2;
const int8 = 3;
const int32 = 6;

/** One layer of a network as a model of its own, with eight-bit numbers at both ends. */
export type LayerModel = { readonly bytes: Uint8Array; readonly dims: readonly number[] };

function constant(name: string, type: number, dims: readonly number[], values: ArrayBufferView): Buffer {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return blockField(5, ...dims.map((side) => varintField(1, side)), varintField(2, type), blockField(8, name), blockField(9, bytes));
}

function operator(name: string, inputs: readonly string[], output: string, ...attributes: readonly Buffer[]): Buffer {
  return blockField(1, ...inputs.map((input) => blockField(1, input)), blockField(2, output), blockField(4, name), ...attributes);
}

function integers(name: string, values: readonly number[]): Buffer {
  const type = 7;
  return blockField(5, blockField(1, name), ...values.map((value) => varintField(8, value)), varintField(20, type));
}

function axis(value: number): Buffer {
  const type = 2;
  return blockField(5, blockField(1, 'axis'), varintField(3, value), varintField(20, type));
}

function quantisation(name: string, { scale, zero }: Quantisation): Buffer[] {
  return [constant(`${name}.scale`, float32, [], Float32Array.of(scale)), constant(`${name}.zero`, uint8, [], Uint8Array.of(zero))];
}

/**
 * Makes a model of a convolution, which ONNX Runtime computes in integers. An addition after it is
 * left out.
 *
 * @param sides of its input, pixels
 */
export function layerModel(
  { description, weights }: StoredNetwork,
  index: number,
  input: Quantisation,
  sides: readonly [number, number],
): LayerModel {
  const layer = description.layers[index]!;
  const { multipliers, bias } = weights.layers[index]!;
  const products = multipliers.map((multiplier) => multiplier * layer.product.scale);
  const attributes = [integers('kernel_shape', layer.kernel), integers('strides', layer.strides), integers('pads', layer.padding)];
  const dims = [1, layer.inputChannels, ...sides];
  const value = (field: number, name: string) =>
    blockField(
      field,
      blockField(1, name),
      blockField(
        2,
        blockField(1, varintField(1, uint8), blockField(2, ...Array.from({ length: 4 }, () => blockField(1, blockField(2, '?'))))),
      ),
    );
  const graph = [
    operator('DequantizeLinear', ['x', 'x.scale', 'x.zero'], 'x.real'),
    operator('DequantizeLinear', ['w', 'w.scale', 'w.zero'], 'w.real', axis(0)),
    operator('DequantizeLinear', ['b', 'b.scale', 'b.zero'], 'b.real', axis(0)),
    operator('Conv', ['x.real', 'w.real', 'b.real'], 'y.real', ...attributes),
    operator('QuantizeLinear', ['y.real', 'y.scale', 'y.zero'], 'y'),
    ...quantisation('x', input),
    ...quantisation('y', layer.product),
    constant('w', int8, [layer.channels, layer.inputChannels, ...layer.kernel], channelsFirst(layer, weights.layers[index]!.weights)),
    constant(
      'w.scale',
      float32,
      [layer.channels],
      products.map((product) => product / input.scale),
    ),
    constant('w.zero', int8, [layer.channels], new Int8Array(layer.channels)),
    constant('b', int32, [layer.channels], bias),
    constant('b.scale', float32, [layer.channels], products),
    constant('b.zero', int32, [layer.channels], new Int32Array(layer.channels)),
  ];
  const bytes = Buffer.concat([
    varintField(1, 8),
    blockField(7, ...graph, blockField(2, 'layer'), value(11, 'x'), value(12, 'y')),
    blockField(8, varintField(2, 17)),
  ]);
  return { bytes, dims };
}

function channelsFirst({ channels, inputChannels, kernel }: Layer, weights: Int8Array): Int8Array {
  const places = kernel[0] * kernel[1];
  return Int8Array.from({ length: channels * places * inputChannels }, (_, at) => {
    const [place, input, output] = [at % places, Math.floor(at / places) % inputChannels, Math.floor(at / places / inputChannels)];
    return weights[(output * places + place) * inputChannels + input]!;
  });
}
