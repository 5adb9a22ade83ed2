/** Begins a paragraph of its own, whose further lines hang: a tag of TSDoc, an item of a list. */
const beginsItem = /^(?:@\w|[-*] |\d+\. )/;

/**
 * Wraps prose as comments have it: paragraphs apart by empty lines, TSDoc tags and items of lists
 * with hanging lines. Indented lines that continue no item are drawings or code, and stay as they
 * are.
 */
export function wrapProse(lines: readonly string[], width: number): string[] {
  return splitParagraphs(lines).flatMap((paragraph) => (paragraph.isFixed ? paragraph.lines : fill(paragraph.lines, width)));
}

type Paragraph = { readonly lines: string[]; readonly isFixed: boolean };

function splitParagraphs(lines: readonly string[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const isInItem = current !== undefined && !current.isFixed && beginsItem.test(current.lines[0]!);
    const isFixed = line.trim() === '' || line.startsWith('|') || (/^\s{2}/.test(line) && !isInItem);
    const continues = current !== undefined && current.isFixed === isFixed && !beginsItem.test(line.trimStart());
    if (continues) current.lines.push(line);
    else paragraphs.push({ lines: [line], isFixed });
  }
  return paragraphs;
}

function fill(lines: readonly string[], width: number): string[] {
  const hanging = beginsItem.test(lines[0]!) ? '  ' : '';
  const filled: string[] = [];
  let line = '';
  for (const word of lines.flatMap((one) => one.trim().split(/\s+/))) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      filled.push(line);
      line = hanging + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...filled, line];
}
