import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

function run(file: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [pathOf(file), ...argv], { encoding: 'utf8', timeout: 30_000 });
  return { status, stdout, stderr };
}

it.each([['--help'], ['--port=9000'], ['9000']])('npm start -- %s is answered as by ocr-web serve, and starts nothing', (argument) => {
  const answer = run('start.mjs', argument);
  expect(answer).toEqual(run('../packages/cli/bin/ocr-web.mjs', 'serve', argument));
  expect(answer.status).toBe(argument === '--help' ? 0 : 2);
});
