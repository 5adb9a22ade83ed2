import { isEngineError } from '@ocr-web/reader';
import { runCommand } from 'citty';
import { checkArguments } from './check-arguments.ts';
import { createRootCommand } from './commands/root.ts';
import type { Command } from './define-command.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { renderHelp } from './render-help.ts';
import { SetupError } from './setup-error.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { writeLine } from './write-line.ts';

const help = new Set(['--help', '-h']);

/** Runs the command line and answers with the exit code; what goes wrong is told on stderr. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, createRootCommand(terminal), undefined, terminal);
  } catch (error) {
    if (terminal.signal.aborted) return exitCode.interrupted;
    const { code, message } = judge(error);
    await writeLine(terminal.stderr, `ocr-web: ${message}`);
    return code;
  }
}

async function dispatch(argv: readonly string[], command: Command, parent: Command | undefined, terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = argv;
  const next = first === undefined ? undefined : command.subCommands[first];
  if (next) return await dispatch(rest, next, command, terminal);

  const options = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
  const wantsHelp = options.some((option) => help.has(option));
  const commands = Object.keys(command.subCommands);
  if (wantsHelp || (commands.length > 0 && first === undefined)) {
    await writeLine(wantsHelp ? terminal.stdout : terminal.stderr, await renderHelp(command, parent, terminal.stdout.isTTY === true));
    return wantsHelp ? exitCode.done : exitCode.usage;
  }
  if (commands.length > 0 && !first?.startsWith('-')) {
    throw new UsageError(`Unknown command ${first}. Commands here: ${commands.join(', ')}.`);
  }
  checkArguments(argv, command.arguments, command.takesMany);
  const { result } = await runCommand(command.forCitty, { rawArgs: [...argv] });
  return result as ExitCode;
}

function judge(error: unknown): { code: ExitCode; message: string } {
  if (!(error instanceof Error)) return { code: exitCode.failed, message: String(error) };
  const { message } = error;
  if (error instanceof UsageError) return { code: exitCode.usage, message: `${message} See --help.` };
  // citty's own refusals, such as a missing argument.
  if (error.name === 'CLIError') return { code: exitCode.usage, message: `${message}. See --help.` };
  if (error instanceof SetupError || isEngineError(error)) return { code: exitCode.setup, message };
  return { code: exitCode.failed, message: error.stack ?? message };
}
