import type { Command } from '../command-line/define-command.ts';
import { type ListedCommand, listCommands } from '../command-line/list-commands.ts';
import { termOf, usageOf } from '../command-line/render-help.ts';
import { exitCode } from '../exit-code.ts';

const head = `# The command line

<!-- Generated from packages/cli/src/commands by \`npm run generate\`. Do not edit. -->

\`ocr-web COMMAND --help\` says the same as this page. Data goes to standard output, everything else (progress on a terminal, errors) to standard error.

## Exit codes

| Code | Meaning |
| ---: | --- |
| ${exitCode.done} | Done. With \`scan\` this includes files that could not be read, as long as one could and \`--strict\` was not given. |
| ${exitCode.failed} | Failed: no file could be read, with \`scan --strict\` some could not; there is no such token; \`doctor\` found a problem; the service of \`serve\` kept crashing. |
| ${exitCode.usage} | The command line is wrong. |
| ${exitCode.setup} | Could not start: a setting, a folder, the port, the models, a service that does not answer. |
| ${exitCode.interrupted} | Stopped by Ctrl-C, which is also how \`scan --watch\` ends; \`serve\` ends with ${exitCode.done} at the first Ctrl-C and with this at a second. |
| ${exitCode.terminated} | \`serve\` was ended at once by a second SIGTERM. |
`;

/** docs/command-line.md: every command with its arguments, options, examples and notes. */
export function renderCommandReference(root: Command): string {
  return [head, ...listCommands(root).slice(1).map(renderCommand)].join('\n');
}

function renderCommand(listed: ListedCommand): string {
  const { words, command, subCommands } = listed;
  return [
    `##${words.length > 1 ? '#' : ''} ocr-web ${words.join(' ')}\n`,
    `${escapeMarks(command.description)}.\n`,
    `    ${usageOf(listed)}\n`,
    ...(subCommands.length > 0 ? [] : [renderTable(listed)]),
    ...(command.examples ? [`\`\`\`sh\n${command.examples.join('\n')}\n\`\`\`\n`] : []),
    ...(command.notes ? [`${escapeMarks(command.notes)}\n`] : []),
  ].join('\n');
}

function renderTable({ positionals, options }: ListedCommand): string {
  const rows = [
    ...positionals.map(({ name, description }) => row(name.toUpperCase(), description)),
    ...options.map((option) => row(termOf(option), option.description)),
  ];
  return ['| | |', '| --- | --- |', ...rows, ''].join('\n');
}

function row(term: string, description: string): string {
  return `| \`${term.replaceAll('|', '\\|')}\` | ${escapeMarks(description).replaceAll('|', '\\|')} |`;
}

/** Escapes what Markdown would take for markup. */
function escapeMarks(text: string): string {
  return text.replaceAll(/([*<])/g, '\\$1');
}
