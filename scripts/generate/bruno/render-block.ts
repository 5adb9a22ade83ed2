/** A block of a Bruno file: its name and its indented lines. */
export function renderBlock(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${name} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}
