import { type ArgumentDefinition, optionNames } from './argument-definition.ts';
import type { Command } from './define-command.ts';

/** A command as help, completion and reference describe it. */
export type ListedCommand = {
  /** The words that lead to it; none for the program itself. */
  readonly words: readonly string[];
  readonly command: Command;
  readonly subCommands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly ListedOption[];
  readonly positionals: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
  /** Whether it takes files. */
  readonly takesFiles: boolean;
};

export type ListedOption = {
  /** With their dashes, the long one first; `--help` is among them. */
  readonly names: readonly string[];
  readonly description: string;
  readonly value: 'none' | { readonly hint: string; readonly isFolder: boolean } | { readonly oneOf: readonly string[] };
};

/** Value hints of folders. */
const folders = new Set(['FOLDER', 'DIR']);
/** Arguments that are files. */
const files = new Set(['file']);

/** A command and all those below it, in this order. */
export function listCommands(command: Command, words: readonly string[] = []): ListedCommand[] {
  const below = Object.entries(command.subCommands).flatMap(([name, subCommand]) => listCommands(subCommand, [...words, name]));
  return [listCommand(command, words), ...below];
}

/** @param words the words that lead to the command */
export function listCommand(command: Command, words: readonly string[]): ListedCommand {
  const definitions = Object.entries(command.arguments);
  const positionals = definitions.flatMap(([name, definition]) => (definition.type === 'positional' ? [{ name, ...definition }] : []));
  return {
    words,
    command,
    subCommands: Object.entries(command.subCommands).map(([name, { description }]) => ({ name, description })),
    options: [
      ...definitions.flatMap(([name, definition]) => {
        if (definition.type === 'positional') return [];
        return [{ names: optionNames(name, definition), description: describe(definition), value: valueKind(definition) }];
      }),
      { names: ['--help'], description: 'Show help', value: 'none' },
    ],
    positionals,
    takesFiles: positionals.some(({ name }) => files.has(name)),
  };
}

function describe(definition: ArgumentDefinition): string {
  const { description } = definition;
  return 'default' in definition ? `${description} (default ${definition.default})` : description;
}

function valueKind(definition: Exclude<ArgumentDefinition, { type: 'positional' }>): ListedOption['value'] {
  if (definition.type === 'boolean') return 'none';
  if (definition.type === 'enum') return { oneOf: definition.options };
  return { hint: definition.valueHint, isFolder: folders.has(definition.valueHint) };
}
