import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine that measures, in words: processor, cores, memory, Node. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() || `unnamed ${process.arch} processor`;
  return `${model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
