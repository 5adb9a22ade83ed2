import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '../cli-error.ts';
import { type ArgumentDefinitions, optionNames } from './argument-definition.ts';

type Value = string | boolean | readonly string[] | undefined;
type OptionToken = Extract<NonNullable<ReturnType<typeof tokenize>['tokens']>[number], { kind: 'option' }>;

/**
 * The values of options and arguments by name; `_` holds every positional argument.
 *
 * @param takesMany whether the last argument may be repeated
 * @throws UsageError that names the option or the argument
 */
export function parseArguments(argv: readonly string[], definitions: ArgumentDefinitions, takesMany: boolean): Record<string, Value> {
  const { tokens, positionals } = tokenize(argv, definitions);
  const values: Record<string, Value> = {};
  for (const token of tokens) if (token.kind === 'option') values[token.name] = readOption(token, definitions);
  const wanted = Object.entries(definitions).filter(([, { type }]) => type === 'positional');
  const surplus = positionals[wanted.length];
  if (surplus !== undefined && !takesMany) throw new UsageError(`Unexpected argument ${surplus}.`);
  wanted.forEach(([name, definition], index) => {
    values[name] = positionals[index];
    if ('required' in definition && definition.required && values[name] === undefined)
      throw new UsageError(`${name.toUpperCase()} is missing.`);
  });
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type === 'string') values[name] ??= definition.default;
  }
  return { ...values, _: positionals };
}

/** Splits by the conventions of POSIX and GNU. What is wrong is refused later, in better words. */
function tokenize(argv: readonly string[], definitions: ArgumentDefinitions) {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type === 'positional') continue;
    const type = definition.type === 'boolean' ? 'boolean' : 'string';
    options[name] = { type, ...('alias' in definition && { short: definition.alias }) };
  }
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
}

function readOption({ name, rawName, value, inlineValue }: OptionToken, definitions: ArgumentDefinitions): string | true {
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  if (!definition || definition.type === 'positional')
    throw new UsageError(`Unknown option ${rawName}. Options here: ${listOptions(definitions)}.`);
  if (definition.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    return true;
  }
  if (!value || (!inlineValue && isOption(value))) throw new UsageError(`${rawName} needs a value.`);
  if (definition.type === 'enum' && !definition.options.includes(value)) {
    throw new UsageError(`${rawName} must be one of ${definition.options.join(', ')}, not "${value}".`);
  }
  return value;
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

function listOptions(definitions: ArgumentDefinitions): string {
  const names = Object.entries(definitions).flatMap(([name, definition]) => optionNames(name, definition));
  return [...names, '--help'].join(', ');
}

/**
 * The value of an option that is a whole number from `min` to `max`.
 *
 * @throws UsageError that names the option
 */
export function parseWholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new UsageError(`${option} must be a whole number from ${min} to ${max}, not "${text}".`);
  return value;
}
