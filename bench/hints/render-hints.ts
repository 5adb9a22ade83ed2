import { renderTable } from '../page/render-table.ts';
import type { HintRow } from './hint-row.ts';

/** The rows as a Markdown table. */
export function renderHints(rows: readonly HintRow[]): string {
  return renderTable(
    ['fault', 'pictures', 'still well read', 'right hint', 'other hints only', 'none', 'hints given'],
    rows.map(({ kind, condition, pictures, wellRead, right, other, none, hints }) => [
      condition ? `${kind} (${condition})` : kind,
      ...[pictures, wellRead, right, other, none].map(String),
      Object.entries(hints)
        .sort(([, a], [, b]) => b - a)
        .map(([code, count]) => `${code} ${count}`)
        .join(', '),
    ]),
  );
}
