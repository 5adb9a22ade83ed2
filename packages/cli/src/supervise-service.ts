import { supervise } from '@ocr-web/server/supervise';
import { withCompileCache } from '@ocr-web/server/with-compile-cache';
import { type ExitCode, exitCode } from './exit-code.ts';

/**
 * Runs the service until it is stopped. This process stays as its supervisor, so it loads nothing
 * else of the command line.
 *
 * @param environment the settings of the service
 * @param writeLog writes the log line of each restart
 */
export async function superviseService(
  environment: Readonly<Record<string, string | undefined>>,
  writeLog: (line: string) => void,
): Promise<ExitCode> {
  const end = await supervise({ environment: await withCompileCache(environment), writeLog });
  return end.exitCode === exitCode.failed && !end.wasReady ? exitCode.setup : (end.exitCode as ExitCode);
}
