import type { ListedCommand, ListedOption } from '../command-line/list-commands.ts';

/** A script for fish, for ~/.config/fish/completions/ocr-web.fish. */
export function renderFish(commands: readonly ListedCommand[]): string {
  return `# Completion of ocr-web for fish. Load it with: ocr-web completion fish | source
${commands.flatMap(renderCommand).join('\n')}
`;
}

function renderCommand(command: ListedCommand): string[] {
  const { words, subCommands, options, takesFiles } = command;
  const here = conditionOf(words, subCommands);
  const base = `complete -c ocr-web -n '${here}'`;
  return [
    ...(takesFiles ? [] : [`${base} -f`]),
    ...subCommands.map(({ name, description }) => `${base} -a ${name} -d ${quote(description)}`),
    ...options.map((option) => `${base} ${renderOption(option)}`),
  ];
}

/** After the words of the command, and before those of a command below it. */
function conditionOf(words: readonly string[], subCommands: ListedCommand['subCommands']): string {
  const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = subCommands.map(({ name }) => name).join(' ');
  if (below) seen.push(`not __fish_seen_subcommand_from ${below}`);
  return seen.join('; and ');
}

function renderOption({ names, description, value }: ListedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const takes =
    value === 'none'
      ? []
      : 'oneOf' in value
        ? [`-x -a '${value.oneOf.join(' ')}'`]
        : value.isFolder
          ? ["-x -a '(__fish_complete_directories)'"]
          : ['-x'];
  return [...flags, ...takes, `-d ${quote(description)}`].join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
