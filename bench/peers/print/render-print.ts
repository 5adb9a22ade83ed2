import { percent } from '../../page/percent.ts';
import { renderTable } from '../../page/render-table.ts';
import type { PrintResult } from './print-result.ts';

/** The comparison as a section of docs/peers.md. */
export function renderPrint({ pictures, of, date, machine, rows }: PrintResult): string {
  const head = ['', 'values right', 'wrong', 'sure and wrong', 'invented', 'p50', 'p95', 'version', 'licence'];
  const cells = rows.map((row) => [
    row.name,
    `${percent(row.right, row.printed)} of ${row.printed}`,
    String(row.wrong),
    String(row.sureAndWrong),
    String(row.invented),
    `${row.p50_ms} ms`,
    `${row.p95_ms} ms`,
    row.version,
    row.licence,
  ]);
  return `## What is printed for people: ${pictures} of ${of} public pictures, not part of the repository

General readers of text beside ours with \`visual\`, one thread each: names, nationality, dates, places, authority, numbers and address. What the
peers read goes through our rules for fields, with the zone that our reader read, so that only the reading of text differs; they get the picture as it
is, RapidOCR without its classifier of turned lines. No more pictures, since a general reader takes seconds of processor time for each. *Right*: as
printed, accents included, case, blanks and punctuation not. *Wrong*: another value; *sure and wrong*: with a confidence of 0.95 or more. *Invented*: a
value of what is not printed. Our time includes that for the zone.

${renderTable(head, cells)}

Measured ${date} on ${machine}.`;
}
