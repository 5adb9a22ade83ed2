import { readFileSync } from 'node:fs';

const intervalMs = 50;

/**
 * Tells again and again how much memory a process holds, MiB. Where the system has no /proc nothing
 * is told.
 *
 * @returns stops watching
 */
export function watchMemory(pid: number | undefined, onSample: (residentMib: number) => void): () => void {
  const timer = setInterval(() => {
    const mib = residentMib(pid);
    if (mib !== undefined) onSample(mib);
  }, intervalMs);
  return () => clearInterval(timer);
}

/** VmRSS of proc(5), in kB there; a process that has ended has none. */
function residentMib(pid: number | undefined): number | undefined {
  try {
    const resident = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return resident === undefined ? undefined : Number(resident) / 1024;
  } catch {
    return undefined;
  }
}
