import { readFileSync } from 'node:fs';

/** Resident memory of a process and all its descendants in MiB (Linux); 0 where it has ended. */
export function treeMemory_mib(pid: number): number {
  try {
    const resident_kib = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return resident_kib / 1024 + children.reduce((sum, child) => sum + treeMemory_mib(Number(child)), 0);
  } catch {
    // It ended between two looks.
    return 0;
  }
}
