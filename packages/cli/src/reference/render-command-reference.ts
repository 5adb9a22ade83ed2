import { type CompletableOption, listCommands } from '../completion/list-commands.ts';
import type { Command } from '../define-command.ts';
import { exitCode } from '../exit-code.ts';

const head = `# The command line

<!-- Generated from packages/cli/src/commands by \`npm run generate\`. Do not edit. -->

\`ocr-web COMMAND --help\` says the same as this page. Data go to standard output, everything else (progress on a terminal, complaints) to standard error.

## Exit codes

| Code | Meaning |
| ---: | --- |
| ${exitCode.done} | Done. With \`scan\` this includes files that could not be read, as long as one could and \`--strict\` was not given. |
| ${exitCode.failed} | The work failed: no file could be read, with \`scan --strict\` one could not; there is no such token; \`doctor\` found a fault; the service of \`serve\` kept dying. |
| ${exitCode.usage} | The command line is wrong. |
| ${exitCode.setup} | The work could not begin: a setting, a folder, the port, the models, a service that does not answer. |
| ${exitCode.interrupted} | Stopped by Ctrl-C, which is also how \`scan --watch\` ends; \`serve\` ends so at a second Ctrl-C only, and with ${exitCode.done} at the first. |
| ${exitCode.terminated} | \`serve\` was ended at once by a second SIGTERM. |
`;

/** docs/command-line.md: every command with its arguments, options, examples and notes. */
export function renderCommandReference(root: Command): string {
  const sections = listCommands(root)
    .slice(1)
    .map(({ words, options, subCommands }) => renderCommand(findCommand(root, words), words, options, subCommands.length > 0));
  return [head, ...sections].join('\n');
}

function renderCommand(command: Command, words: readonly string[], options: readonly CompletableOption[], isGroup: boolean): string {
  const name = ['ocr-web', ...words].join(' ');
  const { description = '' } = command.forCitty.meta as { description?: string };
  const usage = isGroup ? `${name} ${Object.keys(command.subCommands).join('|')}` : [name, ...renderArguments(command)].join(' ');
  return [
    `##${words.length > 1 ? '#' : ''} ${name}\n`,
    `${escapeMarks(description)}.\n`,
    `    ${usage}\n`,
    ...(isGroup ? [] : [renderTable(command, options)]),
    ...(command.examples ? [`\`\`\`sh\n${command.examples.join('\n')}\n\`\`\`\n`] : []),
    ...(command.notes ? [`${escapeMarks(command.notes)}\n`] : []),
  ].join('\n');
}

function renderArguments(command: Command): string[] {
  const positional = Object.entries(command.arguments).filter(([, { type }]) => type === 'positional');
  const names = positional.map(([name, { required }]) => {
    const word = `${name.toUpperCase()}${command.takesMany ? '…' : ''}`;
    return required === false ? `[${word}]` : word;
  });
  return ['[OPTIONS]', ...names];
}

function renderTable(command: Command, options: readonly CompletableOption[]): string {
  const words = Object.entries(command.arguments)
    .filter(([, { type }]) => type === 'positional')
    .map(([name, { description = '' }]) => row(name.toUpperCase(), description));
  const rows = options.map(({ names, description, value }) => {
    const [long = '', ...short] = names;
    const { valueHint } = (command.arguments[long.slice(2)] ?? {}) as { valueHint?: string };
    const taken = value === 'none' ? '' : ` ${typeof value === 'object' ? value.oneOf.join('\\|') : (valueHint ?? 'VALUE')}`;
    return row([...short, `${long}${taken}`].join(', '), description);
  });
  return ['| | |', '| --- | --- |', ...words, ...rows, ''].join('\n');
}

function row(name: string, description: string): string {
  return `| \`${name}\` | ${escapeMarks(description).replaceAll('|', '\\|')} |`;
}

/** What Markdown would take for marks. */
function escapeMarks(text: string): string {
  return text.replaceAll(/([*<])/g, '\\$1');
}

function findCommand(root: Command, words: readonly string[]): Command {
  return words.reduce((command, word) => command.subCommands[word] as Command, root);
}
