import { readFileSync } from 'node:fs';

/**
 * Processor time so far, milliseconds: of the readers, ended ones included, and of every other
 * process of a service.
 */
export type ProcessorTime = { readonly main: number; readonly readers: number };

/** Memory in MiB: what is resident, and the most that ever was. */
export type ResidentMemory = { readonly now: number; readonly peak: number };

/** The processes of a service or of a bare pool. */
export type Processes = { readonly main: readonly number[]; readonly readers: readonly number[] };

/** The clock ticks of proc(5) are hundredths of a second on every Linux. */
const msPerTick = 10;

/**
 * Finds a process and all its descendants (Linux only). Readers are those that run the pool's
 * `reader-child.ts`.
 */
export function processesOf(pid: number): Processes {
  const all = withDescendants(pid);
  const isReader = (process: number) => readFileOf(process, 'cmdline').includes('reader-child');
  return { main: all.filter((process) => !isReader(process)), readers: all.filter(isReader) };
}

/**
 * Returns the processor time of a process and its descendants; utime, stime, cutime and cstime of
 * proc(5). Children that have ended were readers.
 */
export function processorTimeOf(pid: number): ProcessorTime {
  const { main, readers } = processesOf(pid);
  const ticks = main.map(ticksOf);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value * msPerTick, 0);
  return {
    main: sum(ticks.map(({ own }) => own)),
    readers: sum([...ticks.map(({ ended }) => ended), ...readers.map((reader) => ticksOf(reader).own)]),
  };
}

/** Returns VmRSS and VmHWM of proc(5), added up. */
export function memoryOf(pids: readonly number[]): ResidentMemory {
  const statuses = pids.map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
  const mib = (name: string) =>
    statuses.reduce((sum, status) => sum + Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) / 1024, 0);
  return { now: mib('VmRSS'), peak: mib('VmHWM') };
}

function withDescendants(pid: number): number[] {
  const children = readFileOf(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(withDescendants)];
}

/** Empty where the process has ended since it was found. */
function readFileOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

function ticksOf(pid: number): { own: number; ended: number } {
  // The name stands in parentheses and may hold spaces: what counts comes after it, beginning with
  // field 3.
  const fields = readFileOf(pid, 'stat').split(') ').at(-1)?.split(' ').map(Number) ?? [];
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
  return { own: utime + stime, ended: cutime + cstime };
}
