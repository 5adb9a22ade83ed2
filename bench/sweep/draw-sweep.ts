import { drawPlot } from '../page/draw-plot.ts';
import type { SetResult, SweepRow } from './measure-set.ts';
import { sweepTitles } from './sweep-titles.ts';

const size = { width: 560, height: 220 };
/** From the one drawn first, under the others, to the last. */
const lines: readonly { readonly name: string; readonly colour: string; readonly count: (row: SweepRow) => number | undefined }[] = [
  { name: 'sure and wrong', colour: '#c62828', count: ({ sureAndWrong }) => sureAndWrong },
  { name: 'sure', colour: '#2e7d32', count: ({ sure }) => sure },
  { name: 'all visible right', colour: '#6a1b9a', count: ({ visibleRight }) => visibleRight },
  { name: 'all printed zones read', colour: '#6a1b9a', count: ({ listed }) => listed },
  { name: 'every character right', colour: '#1565c0', count: ({ exact }) => exact },
];

/**
 * A sweep as SVG: the values side by side at equal distances, above each the share of its pictures.
 */
export function drawSweep({ name, rows }: SetResult): string {
  const at = (index: number): number => (rows.length > 1 ? index / (rows.length - 1) : 0.5);
  const x = { label: sweepTitles[name]?.condition ?? name, ticks: rows.map(({ value }, index) => ({ at: at(index), text: `${value}` })) };
  const y = { label: 'share of the pictures', ticks: [0, 25, 50, 75, 100].map((share) => ({ at: share / 100, text: `${share} %` })) };
  const shown = lines.filter(({ count }) => rows.some((row) => count(row) !== undefined));
  return drawPlot({ ...size, x, y, legend: shown.toReversed() }, (place) =>
    shown.map(({ colour, count }) => {
      const points = rows.map((row, index) => `${place.x(at(index))} ${place.y((count(row) ?? 0) / (row.positives || 1))}`);
      const dots = points.map((point) => `M${point}h0`).join('');
      return `<path d="M${points.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/><path d="${dots}" stroke="${colour}" stroke-width="7" stroke-linecap="round"/>`;
    }),
  );
}
