import { EngineError } from '@ocr-web/reader';
import type { Network } from '@ocr-web/reader/engine';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Runtime } from './runtime.ts';

/**
 * One thread, since the pool has a process for each core; no memory pattern, since every picture
 * has another size, and no arena, which keeps the most that any of them needed.
 */
const sessionOptions: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  enableMemPattern: false,
  enableCpuMemArena: false,
  logSeverityLevel: 3,
};

/** ONNX Runtime as native code. Importing this fails where it has no build. */
export const onnxRuntime: Runtime = {
  name: 'onnxruntime-node',
  load: async (bytes, file) => {
    const session = await InferenceSession.create(bytes, sessionOptions).catch((cause) => {
      throw new EngineError('model.invalid', `The model ${file} cannot be loaded by this version of onnxruntime.`, { cause });
    });
    return asNetwork(session, file);
  },
};

function asNetwork(session: InferenceSession, file: string): Network {
  const [input, ...otherInputs] = session.inputNames;
  const [output, ...otherOutputs] = session.outputNames;
  if (input === undefined || output === undefined || otherInputs.length + otherOutputs.length > 0) {
    throw new EngineError('model.invalid', `The model ${file} must have one input and one output.`);
  }
  return {
    async run({ data, dims }) {
      const outputs = await session.run({ [input]: new Tensor('float32', data, dims) });
      const tensor = outputs[output]!;
      if (!(tensor.data instanceof Float32Array)) {
        throw new EngineError('model.invalid', `The model ${file} answers with ${tensor.type}, not float32.`);
      }
      return { data: tensor.data, dims: tensor.dims };
    },
  };
}
