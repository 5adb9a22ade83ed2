import { readFileSync } from 'node:fs';

const intervalMs = 50;

/**
 * Calls `onExceeded` once when the process holds more than the limit in memory. Where the system has no /proc nothing is watched.
 *
 * @returns stops watching
 */
export function watchMemory(pid: number | undefined, limitMib: number, onExceeded: () => void): () => void {
  const timer = setInterval(() => {
    if (residentMib(pid) <= limitMib) return;
    clearInterval(timer);
    onExceeded();
  }, intervalMs);
  return () => clearInterval(timer);
}

/** VmRSS of proc(5), in kB there; 0 when it cannot be known. */
function residentMib(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
