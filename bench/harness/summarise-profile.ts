import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where time was spent: a package, a folder of this repository, a module of Node, or what the
 * engine does by itself.
 */
export type ProfileRow = { readonly where: string; readonly ms: number; readonly share: number };

/**
 * The parts of a .cpuprofile file that are looked at (Chrome DevTools Protocol, Profiler.Profile).
 */
type CpuProfile = {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
};

const repository = new URL('../../', import.meta.url).href;

/**
 * Adds up self time by place, over all profiles of a folder (one for each thread). Idle time is
 * left out.
 */
export function summariseProfile(folder: string): ProfileRow[] {
  const times = new Map<string, number>();
  for (const file of globSync('*.cpuprofile', { cwd: folder }))
    addProfile(times, JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile);
  times.delete('(idle)');
  const total = [...times.values()].reduce((sum, ms) => sum + ms, 0);
  return [...times].map(([where, ms]) => ({ where, ms, share: ms / total })).sort((one, other) => other.ms - one.ms);
}

function addProfile(times: Map<string, number>, { nodes, samples, timeDeltas }: CpuProfile): void {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  for (const [index, id] of samples.entries()) {
    const place = places.get(id) ?? '(unknown)';
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
}

function placeOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  if (url.startsWith('wasm:')) return 'WebAssembly';
  if (url.startsWith('node:')) return url.replace(/^node:internal\/([^/]+).*/, 'node:internal/$1');
  const dependency = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (dependency !== undefined) return dependency;
  if (url.startsWith(repository)) return dirname(url.slice(repository.length));
  // "(program)" is what the engine and system calls need outside of JavaScript; functions of the
  // engine and of Node's C++ have no address.
  return functionName.startsWith('(') ? functionName : `native ${functionName}`;
}
