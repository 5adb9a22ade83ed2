import { ensureHome } from '@ocr-web/server/ensure-home';
import { superviseService } from './supervise-service.ts';

const argv = process.argv.slice(2);
ensureHome(process.env);
process.exitCode = isServe(argv) ? await superviseService(process.env, (line) => process.stderr.write(line)) : await runCommand(argv);

/**
 * `ocr-web serve` stays in memory beside the service, so the other commands are not loaded.
 */
function isServe([command, ...others]: readonly string[]): boolean {
  return command === 'serve' && others.length === 0;
}

async function runCommand(argv: readonly string[]): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('Stopped by Ctrl-C.')));
  // A reader of our output may stop early, as "| head" does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const { runCli } = await import('./run-cli.ts');
  return await runCli(argv, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    now: () => new Date(),
    signal: stop.signal,
  });
}
