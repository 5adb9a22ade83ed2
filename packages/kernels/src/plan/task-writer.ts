/** The kernels that a plan runs, as the module exports them. */
export type KernelName =
  | 'normalise'
  | 'fillBorder'
  | 'sumPixels'
  | 'sumWindows'
  | 'convolve'
  | 'multiply'
  | 'drawMaps'
  | 'toLogProbabilities';

/** One call of a kernel; `tensor` is what it computes, or computes something of. */
export type Step = { readonly kernel: KernelName; readonly tensor: number; readonly task: number };

/** Writes what the kernels are told, task after task. */
export type TaskWriter = {
  /**
   * Adds a task of so many bytes; the fields of it, by their place in it, are set by what it gives.
   */
  add(kernel: KernelName, tensor: number, size: number): TaskFields;
  /** Adds numbers that a task refers to, and returns their address. */
  list(numbers: readonly number[]): number;
  readonly steps: readonly Step[];
  /** Everything that was added, as it lies from the start address on. */
  words(): Int32Array;
};

export type TaskFields = { setInteger(field: number, value: number): void; setFloat(field: number, value: number): void };

/** @param start address of the first task */
export function createTaskWriter(start: number): TaskWriter {
  const words: number[] = [];
  const steps: Step[] = [];
  const view = new DataView(new ArrayBuffer(4));
  return {
    steps,
    add: (kernel, tensor, size) => {
      const first = words.length;
      steps.push({ kernel, tensor, task: start + 4 * first });
      words.push(...new Array<number>(size / 4).fill(0));
      const setInteger = (field: number, value: number) => {
        words[first + field / 4] = value;
      };
      const setFloat = (field: number, value: number) => {
        view.setFloat32(0, value);
        setInteger(field, view.getInt32(0));
      };
      return { setInteger, setFloat };
    },
    list: (numbers) => {
      words.push(...numbers);
      return start + 4 * (words.length - numbers.length);
    },
    words: () => Int32Array.from(words),
  };
}
