import { fork } from 'node:child_process';
import { type FileAccess, permissionOptions } from '../confine/file-access.ts';
import { type Launcher, plainLauncher } from '../confine/find-launcher.ts';
import { Child, type ChildLimits } from './child.ts';

export type ChildProgram = {
  /** The module to run; it calls `serveRequests`. */
  readonly entry: URL;
  /** Its settings: it finds them as JSON in its first argument. */
  readonly settings: unknown;
  /**
   * Folder where Node keeps the program compiled from one start to the next. Without it every start
   * compiles it anew.
   */
  readonly compileCache?: string | undefined;
  /** What it may read and write; everything where it is undefined. */
  readonly access?: FileAccess | undefined;
  /** How it is started; as it is where it is undefined. */
  readonly launcher?: Launcher | undefined;
};

/**
 * Bytes from which glibc maps a block by itself, and unmaps it when it is freed. The largest block
 * for a camera's frame of 1280 x 720 pixels has 5.5 million, a plane of 12 megapixels more than
 * this.
 */
const mappedBlock = 8_000_000;
/**
 * Bytes that may stay free at the end of glibc's heap: the next frame finds there what it needs,
 * and the system need not clear pages for it anew.
 */
const keptHeap = 16_000_000;

/**
 * The environment of a child, beside the folder of its compiled program: what decodes strangers'
 * pictures sees no secret. libvips must not put a large picture into a file in the temporary
 * folder, and glibc must not keep a heap for each of its threads, nor what a large picture once
 * needed.
 */
const env = {
  VIPS_DISC_THRESHOLD: '64g',
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: String(keptHeap),
  MALLOC_MMAP_THRESHOLD_: String(mappedBlock),
};

/**
 * MiB for objects that die young: a reading makes few that live on, and the default is made for
 * servers.
 */
const youngObjectsMib = 4;
/**
 * MiB up to which old objects may grow before they are looked through: the default, little above
 * what lives, has that done at every third picture.
 */
const oldObjectsMib = 32;

/** Starts a child and waits until it is ready; throws what {@link Child.ready} throws. */
export async function startChild<Input, Output>(
  { entry, settings, compileCache, access, launcher = plainLauncher }: ChildProgram,
  limits: ChildLimits,
): Promise<Child<Input, Output>> {
  const running = fork(entry, [JSON.stringify(settings)], {
    serialization: 'advanced',
    execPath: launcher.execPath,
    execArgv: [
      ...launcher.execArgv,
      ...(access ? permissionOptions(access) : []),
      `--max-semi-space-size=${youngObjectsMib}`,
      `--initial-old-space-size=${oldObjectsMib}`,
      `--max-old-space-size=${limits.memoryLimitMib}`,
    ],
    env: { ...env, ...(compileCache !== undefined && { NODE_COMPILE_CACHE: compileCache }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const child = new Child<Input, Output>(running, limits);
  try {
    await child.ready();
  } catch (error) {
    await child.kill('unready', () => error);
    throw error;
  }
  return child;
}
