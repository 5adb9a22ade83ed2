import { fork } from 'node:child_process';
import { Child } from './child.ts';
import type { ChildLimits } from './child-limits.ts';

export type ChildProgram = {
  /** The module to run; it calls `serveRequests`. */
  readonly entry: URL;
  /** Its settings: it finds them as JSON in its first argument. */
  readonly settings: unknown;
};

/**
 * The whole environment of a child: what decodes strangers' pictures sees no secret. libvips must not put a large picture into a file
 * in the temporary folder, and glibc must not keep a heap for each of its threads, nor what a large picture once needed (bytes).
 */
const env = { VIPS_DISC_THRESHOLD: '64g', MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '4000000', MALLOC_MMAP_THRESHOLD_: '4000000' };

/** MiB for objects that die young: a reading makes few that live on, and the default is made for servers. */
const youngObjectsMib = 4;
/** MiB up to which old objects may grow before they are looked through: the default, little above what lives, has that done at every third picture. */
const oldObjectsMib = 32;

/** Starts a child and waits until it is ready; throws what {@link Child.ready} throws. */
export async function startChild<Input, Output>({ entry, settings }: ChildProgram, limits: ChildLimits): Promise<Child<Input, Output>> {
  const running = fork(entry, [JSON.stringify(settings)], {
    serialization: 'advanced',
    execArgv: [
      `--max-semi-space-size=${youngObjectsMib}`,
      `--initial-old-space-size=${oldObjectsMib}`,
      `--max-old-space-size=${limits.memoryLimitMib}`,
    ],
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const child = new Child<Input, Output>(running, limits);
  try {
    await child.ready();
  } catch (error) {
    await child.kill(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
  return child;
}
