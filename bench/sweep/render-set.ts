import { percent } from '../page/percent.ts';
import { renderTable } from '../page/render-table.ts';
import type { SetResult } from './measure-set.ts';
import { sweepTitles } from './sweep-titles.ts';

/** The result of a set as a table in Markdown. */
export function renderSet({ name, rows }: SetResult): string {
  if (name === 'negatives') {
    return renderTable(
      ['pictures without a zone', 'read for sure'],
      rows.map((row) => [`${row.negatives}`, `${row.ghosts}`]),
    );
  }
  return renderTable(
    [sweepTitles[name]?.condition ?? 'band', 'pictures', 'every character right', 'character errors', 'sure', 'sure and wrong'],
    rows.map((row) => [
      `${row.value ?? name}`,
      `${row.positives}`,
      percent(row.exact, row.positives),
      `${row.characterErrors_percent.toFixed(2)} %`,
      percent(row.sure, row.positives),
      `${row.sureAndWrong}`,
    ]),
  );
}
