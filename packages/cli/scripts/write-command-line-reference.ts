// Writes docs/command-line.md from the commands.
import { writeFileSync } from 'node:fs';
import { createRootCommand } from '../src/commands/root.ts';
import { renderCommandReference } from '../src/reference/render-command-reference.ts';

const { stdin, stdout, stderr } = process;
const terminal = { stdin, stdout, stderr, environment: {}, now: () => new Date(), signal: new AbortController().signal };
writeFileSync(new URL('../../../docs/command-line.md', import.meta.url), renderCommandReference(createRootCommand(terminal)));
