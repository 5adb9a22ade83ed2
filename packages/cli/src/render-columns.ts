import { stripVTControlCharacters } from 'node:util';
import Table, { type CellOptions } from 'cli-table3';

export type Cell = string | { readonly content: string; readonly colSpan: number };

const rims = ['top', 'bottom', 'mid', 'left', 'right'].flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]);

/**
 * A table of columns set apart by blanks, without rules: it stays readable in a narrow terminal and
 * pastes well. Control characters in cells are dropped, since a file's name may hold what a
 * terminal obeys.
 */
export function renderColumns(head: readonly string[], rows: readonly (readonly Cell[])[], rightAligned: readonly string[] = []): string {
  const table = new Table({
    head: [...head],
    chars: { ...Object.fromEntries([...rims, 'left-mid', 'mid-mid', 'right-mid'].map((name) => [name, ''])), middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: head.map((name) => (rightAligned.includes(name) ? 'right' : 'left')),
  });
  for (const row of rows) table.push(row.map(clean));
  const lines = table.toString().split('\n');
  return lines.map((line) => line.trimEnd()).join('\n');
}

function clean(cell: Cell): string | CellOptions {
  return typeof cell === 'string' ? stripVTControlCharacters(cell) : { ...cell, content: stripVTControlCharacters(cell.content) };
}
