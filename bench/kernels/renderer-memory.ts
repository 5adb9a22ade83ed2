import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of the renderers of a browser that this process started, MiB: what is theirs alone
 * (Linux). One page has one renderer, in which its workers run too.
 */
export function rendererMemory(ancestor: number): number {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const renderers = pids.filter((pid) => isRenderer(pid) && descendsFrom(pid, ancestor));
  return renderers.reduce((sum, pid) => sum + privateMemory(pid), 0);
}

function isRenderer(pid: number): boolean {
  return read(pid, 'cmdline').includes('--type=renderer');
}

function descendsFrom(pid: number, ancestor: number): boolean {
  const parent = Number(/^PPid:\s+(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0);
  return parent === ancestor || (parent > 1 && descendsFrom(parent, ancestor));
}

function privateMemory(pid: number): number {
  const kib = [...read(pid, 'smaps_rollup').matchAll(/^Private_\w+:\s+(\d+)/gm)].map(([, size]) => Number(size));
  return kib.reduce((sum, size) => sum + size, 0) / 1024;
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended between two looks.
    return '';
  }
}
