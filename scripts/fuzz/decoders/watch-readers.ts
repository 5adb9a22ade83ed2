import { readdirSync, readFileSync } from 'node:fs';

/** Figures of the readers of this process; proc(5), Linux only. */
export type ReaderFigures = { readonly residentMib: number; readonly peakMib: number; readonly openFiles: number };

/** Looks at all child processes: the most that any of them has. */
export function lookAtReaders(): ReaderFigures {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const figures = children.flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const mib = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
      return [{ residentMib: mib('VmRSS'), peakMib: mib('VmHWM'), openFiles: readdirSync(`/proc/${pid}/fd`).length }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
  const most = (name: keyof ReaderFigures) => Math.max(0, ...figures.map((one) => one[name]));
  return { residentMib: most('residentMib'), peakMib: most('peakMib'), openFiles: most('openFiles') };
}
