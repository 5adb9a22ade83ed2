import { UsageError } from '../cli-error.ts';
import type { ExitCode } from '../exit-code.ts';
import type { ArgumentDefinitions, ArgumentValues } from './argument-definition.ts';
import { parseArguments } from './parse-arguments.ts';

type Description = {
  readonly description: string;
  /** Command lines that work as pasted, shown by --help. */
  readonly examples?: readonly string[];
  /** More that is worth knowing, shown by --help. */
  readonly notes?: string;
};

/** A command with its arguments at hand; running it answers with the exit code. */
export type Command = Description & {
  readonly arguments: ArgumentDefinitions;
  readonly takesMany: boolean;
  readonly subCommands: Readonly<Record<string, Command>>;
  /** Parses the arguments and runs the command. @throws UsageError */
  readonly run: (argv: readonly string[]) => Promise<ExitCode>;
};

type Definition<Definitions extends ArgumentDefinitions> = Description & {
  readonly arguments?: Definitions;
  /** Whether the last argument may be repeated. */
  readonly takesMany?: boolean;
  readonly subCommands?: Readonly<Record<string, Command>>;
  /** Missing in a command that only groups others. */
  readonly run?: (values: ArgumentValues<Definitions>) => Promise<ExitCode>;
};

/** Defines a command. Its `run` gets typed values; outside, the types are forgotten. */
export function defineCliCommand<const Definitions extends ArgumentDefinitions>(definition: Definition<Definitions>): Command {
  const { arguments: definitions = {}, subCommands = {}, takesMany = false, run, ...description } = definition;
  return {
    ...description,
    ...{ arguments: definitions, takesMany, subCommands },
    run: async (argv) => {
      const values = parseArguments(argv, definitions, takesMany) as ArgumentValues<Definitions>;
      if (!run) throw new UsageError('Name a command.');
      return await run(values);
    },
  };
}
