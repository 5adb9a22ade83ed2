import { runCli } from './run-cli.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('Stopped by Ctrl-C.')));
// Whoever reads our output may have seen enough, as "| head" does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  now: () => new Date(),
  signal: stop.signal,
});
