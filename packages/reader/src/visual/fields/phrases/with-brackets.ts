/** `SOUS-PRÉFECTURE DE BELLEY (01`, `( 01 )`: the end is missed, or set apart. */
const opened = /(?<=\p{L}) ?\( ?(\d{1,3}) ?\)?$/u;
/** `SOUS-PRÉFECTURE DE BELLEY L 01)`: the beginning is read as a letter or a stroke. */
const closed = /(?<=\p{L}{2}) ?[/|LlICc[{<]? ?(\d{1,3}) ?\)$/u;

/** An office with the number of its district in both brackets. */
export function withBrackets(text: string): string {
  if (text.includes('(')) return text.replace(opened, ' ($1)');
  return text.replace(closed, ' ($1)');
}
