import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createRootCommand } from '../commands/root.ts';
import { renderCommandReference } from './render-command-reference.ts';

test('docs/command-line.md is what the commands say (npm run generate writes it)', () => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const terminal = { stdin, stdout, stderr, environment: {}, now: () => new Date(), signal: new AbortController().signal };
  const committed = readFileSync(new URL('../../../../docs/command-line.md', import.meta.url), 'utf8');
  expect(committed).toBe(renderCommandReference(createRootCommand(terminal)));
});
