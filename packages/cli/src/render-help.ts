import { stripVTControlCharacters } from 'node:util';
import { renderUsage } from 'citty';
import type { Command } from './define-command.ts';

/** The help of a command: usage, arguments, options, examples, notes. */
export async function renderHelp(command: Command, parent: Command | undefined, colours: boolean): Promise<string> {
  const usage = await renderUsage(command.forCitty, parent?.forCitty);
  const examples = command.examples && ['EXAMPLES', '', ...command.examples.map((example) => `  ${example}`)].join('\n');
  const help = [usage.trimEnd(), examples, command.notes].filter(Boolean).join('\n\n');
  return colours ? help : stripVTControlCharacters(help);
}
