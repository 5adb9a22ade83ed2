import type { Network } from '@ocr-web/reader/engine';
import type { Graph, GraphNode } from '../onnx/read-graph.ts';
import type { FloatTensor } from './float-tensor.ts';
import { operators } from './operators.ts';

type Values = Map<string, FloatTensor>;

/** Whether a graph computes in floats: the kernels compute what is in eight bits. */
export function isFloatGraph({ nodes }: Graph): boolean {
  return nodes.every(({ operator }) => Object.hasOwn(operators, operator));
}

/**
 * Makes a network that computes a graph in floats, in JavaScript: operator by operator, in the
 * order of the file. What follows from constants alone is computed once.
 *
 * @throws RangeError for operators that it does not know
 */
export function createFloatNetwork({ nodes, constants, inputs, outputs }: Graph): Network {
  const unknown = nodes.find(({ operator }) => !Object.hasOwn(operators, operator));
  if (unknown) throw new RangeError(`${unknown.outputs[0]} is made by ${unknown.operator}, which is not computed in floats.`);
  const fixed: Values = new Map(
    [...constants].map(([name, { dims, values }]) => [name, { dims: dims.length > 0 ? dims : [1], data: Float32Array.from(values) }]),
  );
  const steps = nodes.filter((node) => {
    if (!node.inputs.every((name) => name === '' || fixed.has(name))) return true;
    compute(node, fixed, fixed);
    return false;
  });
  const lastUse = new Map(steps.flatMap(({ inputs: taken }, index) => taken.map((name) => [name, index] as const)));
  const [input = '', output = ''] = [inputs[0], outputs[0]];
  return {
    run: (picture) => {
      const values: Values = new Map([[input, picture]]);
      steps.forEach((node, index) => {
        compute(node, values, fixed);
        for (const name of node.inputs) if (lastUse.get(name) === index) values.delete(name);
      });
      return Promise.resolve(values.get(output)!);
    },
  };
}

function compute({ operator, inputs, outputs, attributes }: GraphNode, values: Values, fixed: Values): void {
  const taken = inputs.map((name) => values.get(name) ?? fixed.get(name)!);
  values.set(outputs[0]!, operators[operator]!(taken, attributes));
}
