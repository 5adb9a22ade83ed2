import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How Node is started: the program, and what stands before Node's own options. */
export type Launcher = { readonly execPath: string; readonly execArgv: readonly string[] };

/** Starts Node as it is. */
export const plainLauncher: Launcher = { execPath: process.execPath, execArgv: [] };

const shell = '/bin/sh';
/**
 * What the system holds a child to, whatever runs in it: files it may have open (a reader has about
 * 30), the size of a file it writes (in blocks of 512 bytes; its compiled program has less than one
 * megabyte a file), and no core dump, which would hold the picture.
 */
const underLimits = ['-c', 'ulimit -n 128 && ulimit -f 32768 && ulimit -c 0 && exec "$0" "$@"'];

/** A user and a network of its own, in which there is nothing: not even a loopback that is up. */
const withoutNetwork = ['unshare', '--user', '--net', '--'];

/** Runs a command in an empty environment, as a child has it; rejects where it cannot be run. */
const tryCommand = (execArgv: readonly string[]) => promisify(execFile)(shell, [...execArgv, 'true'], { env: {} });

/**
 * Finds out how the system at hand can hold a child: on Linux a network namespace without any
 * interface, if this user may make one (unshare(1)), and wherever there is a POSIX shell, its
 * limits. Most containers refuse the former; there the network of a child is that of the container.
 *
 * @param attempt tries what stands before a command
 */
export async function findLauncher(attempt: (execArgv: readonly string[]) => Promise<unknown> = tryCommand): Promise<Launcher> {
  for (const execArgv of [[...underLimits, ...withoutNetwork], underLimits]) {
    const works = await attempt(execArgv).then(
      () => true,
      () => false,
    );
    if (works) return { execPath: shell, execArgv: [...execArgv, process.execPath] };
  }
  return plainLauncher;
}
