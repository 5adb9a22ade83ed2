import { supervise } from '@ocr-web/server/supervise';
import { withCompileCache } from '@ocr-web/server/with-compile-cache';
import { type ExitCode, exitCode } from './exit-code.ts';

/**
 * Runs the service until it is told to stop. This process stays as its supervisor for as long, so
 * nothing else of the command line is loaded here.
 *
 * @param environment the settings of the service
 * @param writeLog takes the log line of each restart
 */
export async function superviseService(
  environment: Readonly<Record<string, string | undefined>>,
  writeLog: (line: string) => void,
): Promise<ExitCode> {
  const end = await supervise({ environment: await withCompileCache(environment), writeLog });
  return end.exitCode === exitCode.failed && !end.wasReady ? exitCode.setup : (end.exitCode as ExitCode);
}
