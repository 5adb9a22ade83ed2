import ts from 'typescript';

/** A comment that has its lines to itself, as a range of whole lines of a source. */
export type CommentBlock = {
  /** First and last line, from 0. */
  readonly first: number;
  readonly last: number;
  /** `//` comments in a row are one block. */
  readonly kind: 'line' | 'block';
};

/**
 * Finds the comments of a TypeScript source that stand on lines of their own; those behind code are
 * not among them.
 */
export function findComments(source: string): CommentBlock[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, false);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const blocks: CommentBlock[] = [];
  for (const { pos, end, kind } of listCommentRanges(file, source)) {
    if (!standsAlone(source, pos, end)) continue;
    const before = blocks.at(-1);
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia) blocks.push({ first: lineOf(pos), last: lineOf(end), kind: 'block' });
    else if (before?.kind === 'line' && before.last + 1 === lineOf(pos)) blocks[blocks.length - 1] = { ...before, last: lineOf(pos) };
    else blocks.push({ first: lineOf(pos), last: lineOf(pos), kind: 'line' });
  }
  return blocks;
}

/**
 * Every comment stands before some token, the end of the file included; strings and templates hold
 * none.
 */
function listCommentRanges(file: ts.SourceFile, source: string): ts.CommentRange[] {
  const ranges = new Map<number, ts.CommentRange>();
  const visited = new Set<number>();
  const collect = (position: number) => {
    if (visited.has(position)) return;
    visited.add(position);
    const found = [...(ts.getLeadingCommentRanges(source, position) ?? []), ...(ts.getTrailingCommentRanges(source, position) ?? [])];
    for (const range of found) ranges.set(range.pos, range);
  };
  const visit = (node: ts.Node): void => {
    // A comment of documentation is a node as well, and is found before the node that it documents.
    if (!ts.isJSDoc(node)) {
      collect(node.getFullStart());
      for (const child of node.getChildren(file)) visit(child);
    }
  };
  visit(file);
  return [...ranges.values()].sort((one, other) => one.pos - other.pos);
}

function standsAlone(source: string, start: number, end: number): boolean {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = source.indexOf('\n', end);
  const after = source.slice(end, lineEnd === -1 ? undefined : lineEnd);
  return source.slice(lineStart, start).trim() === '' && after.trim() === '';
}
