import { type ArgsDef, type CommandContext, type CommandDef, defineCommand } from 'citty';
import type { ExitCode } from './exit-code.ts';

type Help = {
  /** Command lines that work as pasted, shown by --help. */
  readonly examples?: readonly string[];
  /** What else is worth knowing, shown by --help. */
  readonly notes?: string;
};

/** A command with its arguments at hand and with help; running it answers with the exit code. */
export type Command = Help & {
  readonly forCitty: CommandDef;
  readonly arguments: ArgsDef;
  readonly takesMany: boolean;
  readonly subCommands: Readonly<Record<string, Command>>;
};

type Definition<Args extends ArgsDef> = Help & {
  readonly name: string;
  readonly description: string;
  readonly args?: Args;
  /** Whether the last argument may be repeated. */
  readonly takesMany?: boolean;
  readonly subCommands?: Readonly<Record<string, Command>>;
  readonly run?: (args: CommandContext<Args>['args']) => Promise<ExitCode>;
};

/** Defines a command whose arguments are typed inside and forgotten outside. */
export function defineCliCommand<const Args extends ArgsDef>(definition: Definition<Args>): Command {
  const { name, description, args = {} as Args, subCommands = {}, takesMany = false, run, ...help } = definition;
  const forCitty = defineCommand<Args>({
    meta: { name, description },
    args,
    ...(run && { run: (context) => run(context.args) }),
    ...(definition.subCommands && {
      subCommands: Object.fromEntries(Object.entries(subCommands).map(([key, command]) => [key, command.forCitty])),
    }),
  });
  return { ...help, forCitty: forCitty as unknown as CommandDef, arguments: args, takesMany, subCommands };
}
