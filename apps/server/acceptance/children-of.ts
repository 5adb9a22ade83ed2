import { readFileSync } from 'node:fs';

/**
 * Finds the processes that a process started, as proc(5) lists them (Linux only); none where it has
 * ended.
 */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
