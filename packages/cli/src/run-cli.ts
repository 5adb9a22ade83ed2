import { explainError, UsageError } from './cli-error.ts';
import type { Command } from './command-line/define-command.ts';
import { renderHelp } from './command-line/render-help.ts';
import { createRootCommand } from './commands/root.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type Terminal, writeLine } from './terminal.ts';

const help = new Set(['--help', '-h']);

/** Runs the command line and answers with the exit code; errors are reported on stderr. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, createRootCommand(terminal), [], terminal);
  } catch (error) {
    if (terminal.signal.aborted) return exitCode.interrupted;
    const { code, message } = explainError(error);
    await writeLine(terminal.stderr, `ocr-web: ${message}`);
    return code;
  }
}

/** @param words the words that led to the command; `argv` follows them */
async function dispatch(argv: readonly string[], command: Command, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = argv;
  const commands = Object.keys(command.subCommands);
  if (first !== undefined && commands.includes(first)) {
    return await dispatch(rest, command.subCommands[first]!, [...words, first], terminal);
  }
  const options = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
  const wantsHelp = options.some((option) => help.has(option));
  if (wantsHelp || (commands.length > 0 && first === undefined)) {
    const output = wantsHelp ? terminal.stdout : terminal.stderr;
    await writeLine(output, renderHelp(command, words, output));
    return wantsHelp ? exitCode.done : exitCode.usage;
  }
  if (commands.length > 0 && !first?.startsWith('-')) {
    throw new UsageError(`Unknown command ${first}. Commands here: ${commands.join(', ')}.`);
  }
  return await command.run(argv);
}
