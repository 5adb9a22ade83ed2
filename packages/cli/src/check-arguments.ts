import type { ArgDef, ArgsDef } from 'citty';
import { UsageError } from './usage-error.ts';

/**
 * Refuses what citty lets pass: options that do not exist, values that are missing, values and arguments where none belongs.
 *
 * @param takesMany whether the last argument may be repeated
 * @throws UsageError that names the option or the argument
 */
export function checkArguments(rawArgs: readonly string[], args: ArgsDef, takesMany: boolean): void {
  const end = rawArgs.includes('--') ? rawArgs.indexOf('--') : rawArgs.length;
  const words = rawArgs.slice(end + 1);
  for (let i = 0; i < end; i++) {
    const token = rawArgs[i]!;
    if (isOption(token)) i += checkOption(token, rawArgs[i + 1], args);
    else words.push(token);
  }
  const wanted = Object.values(args).filter(({ type }) => type === 'positional').length;
  if (words.length > wanted && !takesMany) throw new UsageError(`Unexpected argument ${words[wanted]}.`);
}

/** Returns how many tokens after it belong to the option. */
function checkOption(token: string, next: string | undefined, args: ArgsDef): 0 | 1 {
  const [option = '', value] = token.split(/=(.*)/s);
  const definition = Object.entries(args).find(([name, candidate]) => namesOf(name, candidate).includes(option))?.[1];
  if (!definition) throw new UsageError(`Unknown option ${option}. Options here: ${listOptions(args)}.`);
  if (definition.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${option} takes no value.`);
    return 0;
  }
  const text = value ?? (next !== undefined && isOption(next) ? undefined : next);
  if (text === undefined || text === '') throw new UsageError(`${option} needs a value.`);
  if (definition.type === 'enum' && definition.options && !definition.options.includes(text)) {
    throw new UsageError(`${option} must be one of ${definition.options.join(', ')}, not "${text}".`);
  }
  return value === undefined ? 1 : 0;
}

function isOption(token: string): boolean {
  return token.startsWith('-') && token !== '-';
}

function namesOf(name: string, definition: ArgDef): string[] {
  if (definition.type === 'positional') return [];
  const { alias = [] } = definition as { alias?: string | string[] };
  return [`--${name}`, ...[alias].flat().map((letter) => `-${letter}`)];
}

function listOptions(args: ArgsDef): string {
  return [...Object.entries(args).flatMap(([name, definition]) => namesOf(name, definition)), '--help'].join(', ');
}
