import type { ProfileRow } from '../harness/summarise-profile.ts';
import type { VisualRow } from './measure-visual-set.ts';

const heads = ['capitals', 'pictures', 'values right', 'sure and wrong', 'match', 'forged found', 'false alarms', 'ms (median)'];

/** A set as a table in Markdown. */
export function renderVisualSet(folder: string, rows: readonly VisualRow[]): string {
  const lines = rows.map((row) => [
    `below ${row.below_px} px`,
    row.pictures,
    `${row.right} of ${row.printed}`,
    row.sureWrong,
    `${row.matched} of ${row.compared}`,
    row.forged > 0 ? `${row.found} of ${row.forged}` : '–',
    row.falseAlarms,
    Math.round([...row.times_ms].sort((a, b) => a - b)[row.times_ms.length >> 1]!),
  ]);
  return [folder, '', ...[heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

const minMs = 0.5;

/** Where the processor's time went, milliseconds for each picture, as a table in Markdown. */
export function renderPlaces(places: readonly ProfileRow[], rows: readonly VisualRow[]): string {
  const pictures = rows.reduce((sum, row) => sum + row.pictures, 0);
  const lines = places.filter(({ ms }) => ms / pictures >= minMs).map(({ where, ms }) => `| ${where} | ${(ms / pictures).toFixed(1)} |`);
  return ['| where | ms of a core for each picture |', '| --- | --- |', ...lines].join('\n');
}
