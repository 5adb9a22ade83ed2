import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { additionFactors } from '../src/export/addition-factors.ts';
import { type Quantisation, quantisationOf } from '../src/network/network-description.ts';
import { networks } from '../src/networks.ts';
import { addStored } from '../src/reference/add-stored.ts';
import { networkNames } from './support/shipped-networks.ts';
import { blockField, varintField } from './support/write-onnx.ts';

const float32 = 1;
const uint8 = 2;

function constant(name: string, type: number, bytes: Uint8Array): Buffer {
  return blockField(5, varintField(2, type), blockField(8, name), blockField(9, bytes));
}

function operator(name: string, inputs: readonly string[], output: string): Buffer {
  return blockField(1, ...inputs.map((input) => blockField(1, input)), blockField(2, output), blockField(4, name));
}

/** A tensor through eight bits and back. */
function rounded(name: string, { scale, zero }: Quantisation): Buffer {
  const [s, z] = [`${name}.scale`, `${name}.zero`];
  return Buffer.concat([
    operator('QuantizeLinear', [name, s, z], `${name}.stored`),
    operator('DequantizeLinear', [`${name}.stored`, s, z], `${name}.rounded`),
    constant(s, float32, new Uint8Array(Float32Array.of(scale).buffer)),
    constant(z, uint8, Uint8Array.of(zero)),
  ]);
}

/** A model that adds two tensors in eight bits. */
function additionModel(addend: Quantisation, product: Quantisation, result: Quantisation): Buffer {
  const anyLength = blockField(2, blockField(1, blockField(2, 'n')));
  const value = (field: number, name: string) =>
    blockField(field, blockField(1, name), blockField(2, blockField(1, varintField(1, float32), anyLength)));
  const parts = [rounded('a', addend), rounded('b', product), operator('Add', ['a.rounded', 'b.rounded'], 'sum'), rounded('sum', result)];
  const graph = blockField(7, ...parts, blockField(2, 'g'), value(11, 'a'), value(11, 'b'), value(12, 'sum.rounded'));
  return Buffer.concat([varintField(1, 8), graph, blockField(8, varintField(2, 13))]);
}

const additions = networkNames.flatMap((name) => {
  const { network } = networks[name];
  return network.layers.flatMap(({ name: layer, product, addition }) =>
    addition ? [{ layer: `${name} ${layer}`, addend: quantisationOf(network, addition.tensor), product, addition }] : [],
  );
});

test.each(additions)('$layer: all 65,536 pairs are added as onnxruntime-node adds them', async ({ addend, product, addition }) => {
  const { result, factors } = addition;
  expect(additionFactors(addend, product, result)).toEqual(factors);
  const session = await InferenceSession.create(additionModel(addend, product, result), { logSeverityLevel: 3 });
  const every = (of: (pair: number) => number, { scale, zero }: Quantisation) => {
    const reals = Float32Array.from({ length: 65_536 }, (_, pair) => Math.fround((of(pair) - zero) * scale));
    return new Tensor('float32', reals, [reals.length]);
  };
  const { 'sum.rounded': sums } = await session.run({ a: every((pair) => pair >> 8, addend), b: every((pair) => pair & 255, product) });
  const theirs = Uint8Array.from(sums!.data as Float32Array, (sum) => Math.round(sum / result.scale) + result.zero);
  const ours = Uint8Array.from({ length: 65_536 }, (_, pair) => addStored(pair >> 8, (pair & 255) - product.zero, factors));
  expect(Buffer.compare(ours, theirs)).toBe(0);
});
