import type { ListedCommand, ListedOption } from '../command-line/list-commands.ts';

/**
 * A script for bash 3.2 and newer, to be sourced. Where it knows nothing better bash completes
 * files.
 */
export function renderBash(commands: readonly ListedCommand[]): string {
  return `# Completion of ocr-web for bash. Load it with: source <(ocr-web completion bash)
_ocr_web() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" place= index
  # Bash takes --option=value for three words.
  [[ $word == = ]] && word=
  [[ $before == = ]] && before="\${COMP_WORDS[COMP_CWORD-2]}"
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$place/\${COMP_WORDS[index]}" in
      ${commands.slice(1).map(placeOf).join('|')}) place="$place/\${COMP_WORDS[index]}" ;;
    esac
  done
  COMPREPLY=()
  case "$place:$before" in
${commands.flatMap((command) => command.options.flatMap((option) => renderValue(placeOf(command), option))).join('\n')}
  esac
  local words=
  case "$place" in
${commands.map(renderWords).join('\n')}
  esac
  case "$place:$word" in
    *:-*) ;;
    ${commands
      .filter(({ takesFiles }) => takesFiles)
      .map(placeOf)
      .join(':*|')}:*) return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o bashdefault -o default -F _ocr_web ocr-web
`;
}

function placeOf({ words }: ListedCommand): string {
  return words.map((word) => `/${word}`).join('') || "''";
}

function renderValue(place: string, { names, value }: ListedOption): string[] {
  if (value === 'none') return [];
  const reply =
    'oneOf' in value
      ? `COMPREPLY=($(compgen -W '${value.oneOf.join(' ')}' -- "$word")); `
      : value.isFolder
        ? 'COMPREPLY=($(compgen -d -- "$word")); '
        : '';
  return [`    ${names.map((name) => `${place}:${name}`).join('|')}) ${reply}return ;;`];
}

function renderWords(command: ListedCommand): string {
  const words = [...command.subCommands.map(({ name }) => name), ...command.options.flatMap(({ names }) => names)];
  return `    ${placeOf(command)}) words='${words.join(' ')}' ;;`;
}
