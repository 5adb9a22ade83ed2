import type { ListedCommand, ListedOption } from '../command-line/list-commands.ts';

/** A script for zsh: to be sourced, or to be put as `_ocr-web` into a folder of `fpath`. */
export function renderZsh(commands: readonly ListedCommand[]): string {
  return `#compdef ocr-web
# Completion of ocr-web for zsh. Load it with: source <(ocr-web completion zsh)
_ocr_web() {
  local place= word
  local -a found
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$place/$word" in
      ${commands.slice(1).map(placeOf).join('|')}) place="$place/$word" ;;
    esac
  done
  case "$place:\${words[CURRENT-1]}" in
${commands.flatMap((command) => command.options.flatMap((option) => renderValue(placeOf(command), option))).join('\n')}
  esac
  case "$place" in
${commands.map(renderWords).join('\n')}
  esac
}
if [[ "$funcstack[1]" = _ocr-web ]]; then _ocr_web "$@"; else compdef _ocr_web ocr-web; fi
`;
}

function placeOf({ words }: ListedCommand): string {
  return words.map((word) => `/${word}`).join('') || "''";
}

function renderValue(place: string, { names, value }: ListedOption): string[] {
  if (value === 'none') return [];
  const reply = 'oneOf' in value ? `compadd -- ${value.oneOf.join(' ')}` : value.isFolder ? '_files -/' : '_message value';
  return [`    ${names.map((name) => `${place}:${name}`).join('|')}) ${reply}; return ;;`];
}

function renderWords(command: ListedCommand): string {
  const options = command.options.flatMap(({ names, description }) => names.map((name) => describe(name, description)));
  const lines = [`    ${placeOf(command)})`];
  if (command.subCommands.length > 0) {
    lines.push(`      found=(${command.subCommands.map(({ name, description }) => describe(name, description)).join(' ')})`);
    lines.push("      _describe 'command' found");
  }
  lines.push(`      found=(${options.join(' ')})`, "      [[ $PREFIX == -* ]] && _describe -o 'option' found");
  if (command.takesFiles) lines.push('      [[ $PREFIX == -* ]] || _files');
  return [...lines, '      ;;'].join('\n');
}

/** `'name:description'`, quoted for zsh and for `_describe`, which takes colons for separators. */
function describe(name: string, description: string): string {
  return `'${`${name}:${description.replaceAll(':', '\\:')}`.replaceAll("'", "'\\''")}'`;
}
