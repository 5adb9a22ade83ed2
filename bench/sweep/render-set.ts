import { percent } from '../page/percent.ts';
import { renderTable } from '../page/render-table.ts';
import type { SetResult, SweepRow } from './measure-set.ts';
import { sweepTitles } from './sweep-titles.ts';

interface Column {
  readonly head: string;
  readonly cell: (row: SweepRow) => string;
  /** Whether a row has something for this column; all have where it is left out. */
  readonly shows?: (row: SweepRow) => boolean;
}

const columns: readonly Column[] = [
  { head: 'pictures', cell: ({ positives }) => `${positives}` },
  {
    head: 'all visible right',
    cell: ({ visibleRight = 0, positives }) => percent(visibleRight, positives),
    shows: ({ visibleRight }) => visibleRight !== undefined,
  },
  { head: 'every character right', cell: ({ exact, positives }) => percent(exact, positives) },
  {
    head: 'all printed zones read',
    cell: ({ listed = 0, positives }) => percent(listed, positives),
    shows: ({ listed }) => listed !== undefined,
  },
  {
    head: 'best zone right',
    cell: ({ bestRight = 0, positives }) => percent(bestRight, positives),
    shows: ({ bestRight }) => bestRight !== undefined,
  },
  { head: 'character errors', cell: ({ characterErrors_percent }) => `${characterErrors_percent.toFixed(2)} %` },
  { head: 'sure', cell: ({ sure, positives }) => percent(sure, positives) },
  { head: 'sure and wrong', cell: ({ sureAndWrong }) => `${sureAndWrong}` },
];

/** The result of a set as a table in Markdown. */
export function renderSet({ name, rows }: SetResult): string {
  if (name === 'negatives') {
    return renderTable(
      ['without a zone', 'pictures', 'read for sure'],
      rows.map((row) => [`${row.value}`, `${row.negatives}`, `${row.ghosts}`]),
    );
  }
  const shown = columns.filter(({ shows = () => true }) => rows.some(shows));
  return renderTable(
    [sweepTitles[name]?.condition ?? 'band', ...shown.map(({ head }) => head)],
    rows.map((row) => [`${row.value ?? name}`, ...shown.map(({ cell }) => cell(row))]),
  );
}
