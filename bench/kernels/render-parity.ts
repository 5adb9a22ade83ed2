import { percent } from '../page/percent.ts';
import { renderTable } from '../page/render-table.ts';
import type { ParityDifference, ParityRow } from './compare-readings.ts';

/** Renders how far both runtimes agree as a page of Markdown. */
export function renderParity(rows: readonly ParityRow[]): string {
  const sum = (of: (row: ParityRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const pictures = sum((row) => row.pictures);
  return `# The kernels beside onnxruntime-node

Written by \`node bench/kernels-parity.ts --write\`, which reads pictures with both. "drawn" are the
1,000 pictures that it draws itself, the others sets of \`training/make_bench_set.py\`. Lines, scores
and hints are compared whole, of all zones of a picture.

Of ${pictures} pictures ${sum((row) => row.same_lines)} have the same lines (${percent(
    sum((row) => row.same_lines),
    pictures,
  )}), ${sum((row) => row.same_scores)} the same
scores, ${sum((row) => row.same_hints)} the same hints. Sure of it and different: ${sum((row) => row.sure_and_different)}.

${renderTable(
  ['', 'pictures', 'same lines', 'same scores', 'same hints', 'sure and different', 'sure and wrong: kernels', 'onnxruntime-node'],
  rows.map((row) => [
    row.name,
    `${row.pictures}`,
    `${row.same_lines}`,
    `${row.same_scores}`,
    `${row.same_hints}`,
    `${row.sure_and_different}`,
    `${row.sure_and_wrong?.kernels ?? ''}`,
    `${row.sure_and_wrong?.onnxruntime_node ?? ''}`,
  ]),
)}

## Each difference

${rows.flatMap(({ name, differences }) => differences.map((difference) => renderDifference(name, difference))).join('\n') || 'There is none.'}
`;
}

/** Only what differs is told. */
function renderDifference(set: string, { picture, onnxruntime_node: one, kernels: other }: ParityDifference): string {
  const parts = (['lines', 'scores', 'hints'] as const).flatMap((part) => {
    const [first, second] = [one[part].flat().join(' '), other[part].flat().join(' ')];
    return first === second ? [] : [`  - ${part}: onnxruntime-node \`${first || 'none'}\`, kernels \`${second || 'none'}\``];
  });
  return [`- ${set}, ${picture}`, ...parts].join('\n');
}
