import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { storageFor } from '../test/test-storage.ts';

const entry = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/**
 * Shared by all that is started here: most starts are on an empty data folder, which has none of
 * its own yet.
 */
const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/ocr-web', import.meta.url));

export type SpawnedServer = {
  /** The supervisor; the service is its child. */
  readonly process: ChildProcess;
  readonly url: string;
  /** Everything on standard output so far. */
  readonly output: () => string;
  /** Everything on standard error so far. */
  readonly errors: () => string;
  /**
   * Sends a signal and waits until all that was started has ended; returns the exit code, or the
   * signal's name where it ended the process.
   */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string | null>;
};

/**
 * Starts a server process and waits until it prints its address. Rejects with what it printed when
 * it ends before that.
 *
 * @param user who runs it, where this is root
 */
export async function spawnServer(
  dataDirectory: string,
  environment: Record<string, string> = {},
  user: { readonly uid?: number; readonly gid?: number } = {},
): Promise<SpawnedServer> {
  const storage = await storageFor(dataDirectory);
  const child = spawn(process.execPath, [entry], {
    env: {
      ...storage,
      NODE_COMPILE_CACHE: compileCache,
      OCR_WEB_PORT: '0',
      OCR_WEB_DATA_DIR: dataDirectory,
      OCR_WEB_READER_PROCESSES: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  // Not 'exit': the service, which ends with its supervisor, holds the same output.
  const closed = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      output += data;
      const found = /^OCR Web listens on (\S+)\n/m.exec(output);
      if (found) resolve(found[1]!);
    });
    child.once('close', (code) => reject(Object.assign(new Error(`ended with ${code}: ${errors}`), { code, output, errors })));
  });
  return {
    process: child,
    url,
    output: () => output,
    errors: () => errors,
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await closed;
      return code ?? by;
    },
  };
}
