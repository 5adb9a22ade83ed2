import type { ArgDef } from 'citty';
import type { Command } from '../define-command.ts';

/** What can follow a command on the command line. */
export type CompletableCommand = {
  /** The words that lead to it; none for the program itself. */
  readonly words: readonly string[];
  readonly subCommands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly CompletableOption[];
  /** Whether it takes files. */
  readonly takesFiles: boolean;
};

export type CompletableOption = {
  /** With their dashes; `--help` is among them. */
  readonly names: readonly string[];
  readonly description: string;
  readonly value: 'none' | 'text' | 'folder' | { readonly oneOf: readonly string[] };
};

/** Hints of values that are folders. */
const folders = new Set(['FOLDER', 'DIR']);
/** Arguments that are files. */
const files = new Set(['file']);

/** All commands, a command before those below it. */
export function listCommands(command: Command, words: readonly string[] = []): CompletableCommand[] {
  const subCommands = Object.entries(command.subCommands);
  const args = Object.entries(command.arguments);
  const described: CompletableCommand = {
    words,
    subCommands: subCommands.map(([name, { forCitty }]) => ({ name, description: describe(forCitty.meta) })),
    options: [
      ...args.filter(([, { type }]) => type !== 'positional').map(([name, definition]) => describeOption(name, definition)),
      { names: ['--help'], description: 'Show help', value: 'none' },
    ],
    takesFiles: args.some(([name, { type }]) => type === 'positional' && files.has(name)),
  };
  return [described, ...subCommands.flatMap(([name, below]) => listCommands(below, [...words, name]))];
}

function describe(meta: Command['forCitty']['meta']): string {
  return typeof meta === 'object' && 'description' in meta ? (meta.description ?? '') : '';
}

function describeOption(name: string, definition: ArgDef): CompletableOption {
  const { alias = [], description = '' } = definition as { alias?: string | string[]; description?: string };
  return { names: [`--${name}`, ...[alias].flat().map((letter) => `-${letter}`)], description, value: valueKind(definition) };
}

function valueKind(definition: ArgDef): CompletableOption['value'] {
  if (definition.type === 'boolean') return 'none';
  if (definition.type === 'enum') return { oneOf: definition.options ?? [] };
  return definition.valueHint && folders.has(definition.valueHint) ? 'folder' : 'text';
}
