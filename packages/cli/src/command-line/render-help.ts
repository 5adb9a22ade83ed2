import { styleText } from 'node:util';
import type { Output } from '../terminal.ts';
import type { Command } from './define-command.ts';
import { type ListedCommand, type ListedOption, listCommand } from './list-commands.ts';

/**
 * The help of a command: usage, arguments, options, commands, examples, notes.
 *
 * @param words the words that lead to the command
 * @param output where it will be shown; colours are for terminals
 */
export function renderHelp(command: Command, words: readonly string[], output: Output): string {
  const listed = listCommand(command, words);
  const paint = (style: 'bold' | 'cyan', text: string) => (output.isTTY ? styleText(style, text, { stream: output }) : text);
  const section = (title: string, rows: readonly (readonly [string, string])[]) => {
    const width = Math.max(0, ...rows.map(([term]) => term.length));
    const lines = rows.map(([term, text]) => `  ${paint('cyan', term.padEnd(width))}    ${text}`);
    return rows.length === 0 ? undefined : [paint('bold', title), '', ...lines].join('\n');
  };
  const { positionals, options, subCommands } = listed;
  return [
    `${command.description}.`,
    `${paint('bold', 'USAGE')} ${paint('cyan', usageOf(listed))}`,
    section(
      'ARGUMENTS',
      positionals.map(({ name, description }) => [name.toUpperCase(), description]),
    ),
    section(
      'OPTIONS',
      options.map((option) => [termOf(option), option.description]),
    ),
    section(
      'COMMANDS',
      subCommands.map(({ name, description }) => [name, description]),
    ),
    command.examples && [paint('bold', 'EXAMPLES'), '', ...command.examples.map((example) => `  ${example}`)].join('\n'),
    command.notes,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** One line that shows how the command is written, in the help and in docs/command-line.md. */
export function usageOf({ words, command, positionals, subCommands }: ListedCommand): string {
  const name = ['ocr-web', ...words].join(' ');
  if (subCommands.length > 0) return `${name} ${subCommands.map((one) => one.name).join('|')}`;
  const places = positionals.map((one) => {
    const word = `${one.name.toUpperCase()}${command.takesMany ? '…' : ''}`;
    return one.required ? word : `[${word}]`;
  });
  return [name, '[OPTIONS]', ...places].join(' ');
}

/** `-r, --recursive` or `--format table|json`. */
export function termOf({ names, value }: ListedOption): string {
  const [long = '', ...short] = names;
  const taken = value === 'none' ? '' : ` ${'oneOf' in value ? value.oneOf.join('|') : value.hint}`;
  return [...short, `${long}${taken}`].join(', ');
}
