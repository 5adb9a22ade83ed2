import { blocksOf, fieldsOf, readVarints, textsOf } from './protobuf.ts';

/** A number, some numbers, or a tensor that belongs to an operator. */
type Attribute = number | readonly number[];

/** An operator of a graph: the names of what it takes and gives. */
export type GraphNode = {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, Attribute>;
};

/** A tensor that is stored with the graph. */
export type Constant = { readonly dims: readonly number[]; readonly values: Float32Array | Int8Array | Uint8Array | Int32Array | number[] };

export type Graph = {
  readonly nodes: readonly GraphNode[];
  readonly constants: ReadonlyMap<string, Constant>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
};

/** TensorProto.DataType of onnx.proto. */
const dataTypes: Readonly<Record<number, (bytes: ArrayBuffer) => Constant['values']>> = {
  1: (bytes) => new Float32Array(bytes),
  2: (bytes) => new Uint8Array(bytes),
  3: (bytes) => new Int8Array(bytes),
  6: (bytes) => new Int32Array(bytes),
  7: (bytes) => [...new BigInt64Array(bytes)].map(Number),
};

/**
 * Reads the graph of an ONNX file: as much as networks of convolutions have.
 *
 * @throws RangeError when it is no ONNX file, or has tensors of other types
 */
export function readGraph(file: Uint8Array): Graph {
  const [graph] = blocksOf(file, 7);
  if (!graph) throw new RangeError('The file has no graph: it is no ONNX model.');
  const nameOf = (value: Uint8Array) => textsOf(value, 1)[0] ?? '';
  return {
    nodes: blocksOf(graph, 1).map(readNode),
    constants: new Map(blocksOf(graph, 5).map((tensor) => [textsOf(tensor, 8)[0] ?? '', readTensor(tensor)])),
    inputs: blocksOf(graph, 11).map(nameOf),
    outputs: blocksOf(graph, 12).map(nameOf),
  };
}

function readNode(node: Uint8Array): GraphNode {
  const attributes = blocksOf(node, 5).map((attribute): [string, Attribute] => {
    const single = [...fieldsOf(attribute, 2), ...fieldsOf(attribute, 3)].find((value) => typeof value === 'number');
    return [textsOf(attribute, 1)[0] ?? '', single ?? readVarints(attribute, 8)];
  });
  return { operator: textsOf(node, 4)[0] ?? '', inputs: textsOf(node, 1), outputs: textsOf(node, 2), attributes: new Map(attributes) };
}

function readTensor(tensor: Uint8Array): Constant {
  const dims = readVarints(tensor, 1);
  const [type = 0] = readVarints(tensor, 2);
  const read = dataTypes[type];
  if (!read) throw new RangeError(`A tensor of the file has the data type ${type}.`);
  const [raw] = blocksOf(tensor, 9);
  return { dims, values: raw ? read(new Uint8Array(raw).buffer) : readTyped(tensor, type) };
}

/** Numbers in fields of their own, as small tensors have them. */
function readTyped(tensor: Uint8Array, type: number): Constant['values'] {
  if (type !== 1) return readVarints(tensor, type === 7 ? 7 : 5);
  const floats = fieldsOf(tensor, 4).flatMap((value) =>
    typeof value === 'number' ? [value] : [...new Float32Array(new Uint8Array(value).buffer)],
  );
  return new Float32Array(floats);
}
