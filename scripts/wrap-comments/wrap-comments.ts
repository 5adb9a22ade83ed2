import { type CommentBlock, findComments } from './find-comments.ts';
import { wrapProse } from './wrap-prose.ts';

/** Lines that a tool reads have to stay as they are. */
const isDirective = /^\/[/*]+\s*(?:biome-|@ts-|#|<reference)/;

/**
 * Wraps the comments of a TypeScript source that are wider than a number of columns. Comments that
 * fit stay as they are, and so does code.
 */
export function wrapComments(source: string, width: number): string {
  const lines = source.split('\n');
  // From the end: what comes before a block keeps its line numbers.
  for (const block of findComments(source).reverse()) {
    const { first, last } = block;
    const comment = lines.slice(first, last + 1);
    if (comment.every((line) => line.length <= width) || comment.some((line) => isDirective.test(line.trim()))) continue;
    lines.splice(first, last - first + 1, ...wrapBlock(comment, block.kind, width));
  }
  return lines.join('\n');
}

function wrapBlock(lines: readonly string[], kind: CommentBlock['kind'], width: number): string[] {
  const indent = /^\s*/.exec(lines[0]!)![0];
  if (kind === 'line') {
    const prose = lines.map((line) => line.trim().replace(/^\/\/ ?/, ''));
    return wrapProse(prose, width - indent.length - '// '.length).map((line) => `${indent}// ${line}`.trimEnd());
  }
  const opening = /^\s*(\/\*+)/.exec(lines[0]!)![1]!;
  const text = lines.join('\n').trim().slice(opening.length, -'*/'.length);
  const prose = text.split('\n').map((line, index) => (index === 0 ? line.trim() : line.replace(/^\s*\*? ?/, '').trimEnd()));
  const isEmpty = (line: string | undefined) => line?.trim() === '';
  while (isEmpty(prose[0])) prose.shift();
  while (isEmpty(prose.at(-1))) prose.pop();
  const wrapped = wrapProse(prose, width - indent.length - ' * '.length);
  return [`${indent}${opening}`, ...wrapped.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}
