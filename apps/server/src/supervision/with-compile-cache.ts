import { readdir, rm } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { dataDirectory } from '../config/data-directory.ts';
import { makeDirectory } from '../files/make-directory.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Lets the service keep its program compiled in the data folder, so that every start but the first
 * takes half as long. The folder is only this user's: whoever could write to it would decide what
 * the service runs. What another version of Node left there is removed.
 *
 * @returns the environment for the service; unchanged where it names a folder already or none can
 *   be made: the service says why then
 */
export async function withCompileCache(environment: Environment): Promise<Environment> {
  if (environment.NODE_COMPILE_CACHE || environment.NODE_DISABLE_COMPILE_CACHE) return environment;
  try {
    const folder = join(dataDirectory.parse(environment[dataDirectory.env] || dataDirectory.fallback), 'compile-cache');
    await makeDirectory(folder);
    enableCompileCache(folder);
    // Node keeps a folder for each of its versions, and of a version one for each set of V8's
    // flags: the service has others than this process.
    const ofThisVersion = `${process.version}-${process.arch}-`;
    for (const name of await readdir(folder)) {
      if (!name.startsWith(ofThisVersion)) await rm(join(folder, name), { recursive: true });
    }
    return { ...environment, NODE_COMPILE_CACHE: folder };
  } catch {
    return environment;
  }
}
