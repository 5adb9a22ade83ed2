import { readFileSync } from 'node:fs';

/** Processor time so far, milliseconds: of the process with all its threads, and of its children, ended ones included. */
export type ProcessorTime = { readonly own: number; readonly children: number };

/** Memory of a process in MiB: what is resident, and the most that ever was. */
export type ResidentMemory = { readonly now: number; readonly peak: number };

/** The clock ticks of proc(5) are hundredths of a second on every Linux. */
const msPerTick = 10;

/** Returns the processor time of a process; utime, stime, cutime and cstime of proc(5). Linux only. */
export function processorTimeOf(pid: number): ProcessorTime {
  const { own, ended } = ticksOf(pid);
  const living = childrenOf(pid).reduce((sum, child) => sum + ticksOf(child).own, 0);
  return { own: own * msPerTick, children: (ended + living) * msPerTick };
}

/** Returns the children of a process that are alive. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** Returns VmRSS and VmHWM of proc(5). */
export function memoryOf(pid: number): ResidentMemory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: mib('VmRSS'), peak: mib('VmHWM') };
}

function ticksOf(pid: number): { own: number; ended: number } {
  // The name stands in parentheses and may hold spaces: what counts comes after it, beginning with field 3.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? [];
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
  return { own: utime + stime, ended: cutime + cstime };
}
