import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

// Node itself says what it loads: types are stripped before it looks for imports, as every bundler
// does too.
const program = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  const { createClient, verifyWebhook } = await import(process.argv[1]);
  console.log(JSON.stringify({ exports: [typeof createClient, typeof verifyWebhook], loaded }));
`;

test('the client loads nothing but itself', () => {
  const folder = new URL('./', import.meta.url).href;
  const argv = ['--no-warnings', '--input-type=module', '--eval', program, `${folder}index.ts`];
  const { exports, loaded } = JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8', env: {} }));
  expect(exports).toEqual(['function', 'function']);
  expect(loaded).toContain(`${folder}create-client.ts`);
  expect(loaded.filter((url: string) => !url.startsWith(folder))).toEqual([]);
});
