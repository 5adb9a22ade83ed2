/**
 * Runs the scripts of package.json whose names are given, as many at a time as there are cores:
 * `node scripts/run-checks.ts check:format check:types`. Prints how long each took, and what those
 * say that fail; exits with 1 when one does.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';

async function run(name: string): Promise<boolean> {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '1' } });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(code === 0 ? `${name} (${seconds} s)\n` : `${output}${errors}${name} failed (${seconds} s)\n`);
  return code === 0;
}

const waiting = process.argv.slice(2);
const runWaiting = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) if (!(await run(name))) process.exitCode = 1;
};
await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
