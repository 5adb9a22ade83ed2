import type { Network, Tensor } from '@ocr-web/reader/engine';
import type { InstructionSet } from './instruction-set.ts';
import { loadNetwork } from './load-network.ts';
import { columnsOf } from './network/network-description.ts';
import type { StoredNetwork } from './network/network-weights.ts';
import type { LoadedNetwork } from './plan/plan-context.ts';
import { type Plan, planNetwork } from './plan/plan-network.ts';
import { readTensor } from './plan/read-tensor.ts';
import type { KernelName } from './plan/task-writer.ts';

/** A network that the kernels compute, in the thread that runs it. */
export type KernelNetwork = Network & {
  /** Bytes of memory that it holds. */
  memoryBytes(): number;
};

/** A kernel that has run: of which tensor, and how long. */
export type ObservedStep = {
  readonly kernel: KernelName;
  readonly tensor: number;
  readonly ms: number;
  /** What is in the tensor now, stored as 0..255: by row, column and channel. */
  activations(): Uint8Array;
};

type Kernels = Readonly<Record<KernelName, (task: number) => void>>;

/** Plans that are kept: sizes come again, since the same zone is looked at frame by frame. */
const maxPlans = 16;
const pageBytes = 65_536;

/**
 * Makes a network of the kernels' module. Its memory grows to what the largest picture needs, and
 * holds weights, tensors and everything else: running it allocates nothing but the answer.
 *
 * @param module the kernels that were compiled for `set`
 */
export async function createNetwork(
  module: WebAssembly.Module,
  network: StoredNetwork,
  set: InstructionSet,
  observe?: (step: ObservedStep) => void,
): Promise<KernelNetwork> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  const kernels = instance.exports as unknown as Kernels;
  const loaded = loadNetwork(network, set, (bytes) => growTo(memory, bytes));
  const plans = new Map<string, Plan>();
  const planFor = (height: number, width: number) => {
    const key = `${height} x ${width}`;
    const plan = plans.get(key) ?? planNetwork(loaded, height, width);
    plans.delete(key);
    plans.set(key, plan);
    const [oldest] = plans.keys();
    if (plans.size > maxPlans && oldest !== undefined) plans.delete(oldest);
    return plan;
  };
  const runPlan = (plan: Plan) => {
    for (const { kernel, tensor, task } of plan.steps) {
      const start = observe && performance.now();
      kernels[kernel](task);
      if (start === undefined) continue;
      const ms = performance.now() - start;
      observe?.({ kernel, tensor, ms, activations: () => readTensor(memory.buffer as ArrayBuffer, plan, set, tensor) });
    }
  };
  return {
    run: ({ data, dims }) => {
      const plan = planFor(...sidesOf(dims));
      return Promise.resolve(runAll(plan, data, dims[0]!, growTo(memory, plan.end), loaded, () => runPlan(plan)));
    },
    memoryBytes: () => memory.buffer.byteLength,
  };
}

/** Runs a network on pictures of one size, one after the other. */
function runAll(
  plan: Plan,
  data: Float32Array,
  pictures: number,
  buffer: ArrayBuffer,
  { description: { head } }: LoadedNetwork,
  run: () => void,
): Tensor {
  const { height, width } = plan.shapes.at(-1)!;
  const [grey] = plan.shapes;
  const inputs = 4 * grey!.width * grey!.height;
  if (data.length !== pictures * inputs) throw new RangeError(`There are ${data.length} numbers for ${pictures} pictures of ${inputs}.`);
  const outputs = height * width * columnsOf(head);
  const answers = new Float32Array(pictures * outputs);
  const picture = new Float32Array(buffer, plan.buffers.picture, inputs);
  const answer = new Float32Array(buffer, plan.buffers.answer, outputs);
  new Int32Array(buffer, plan.start, plan.words.length).set(plan.words);
  for (let index = 0; index < pictures; index++) {
    picture.set(data.subarray(index * inputs, (index + 1) * inputs));
    run();
    answers.set(answer, index * outputs);
  }
  return {
    data: answers,
    dims: head.answer === 'maps' ? [pictures, head.classes, height, width] : [pictures, height * width * head.steps, head.classes],
  };
}

function sidesOf(dims: readonly number[]): [number, number] {
  const [pictures = 0, channels, height = 0, width = 0] = dims;
  if (dims.length !== 4 || pictures < 1 || channels !== 1) throw new RangeError(`The kernels take pictures, not [${dims.join(', ')}].`);
  return [height, width];
}

/** Makes a memory at least so large; what lies in it stays. */
function growTo(memory: WebAssembly.Memory, bytes: number): ArrayBuffer {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
  return memory.buffer as ArrayBuffer;
}
