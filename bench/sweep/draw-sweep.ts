import { drawPlot } from '../page/draw-plot.ts';
import type { SetResult } from './measure-set.ts';
import { sweepTitles } from './sweep-titles.ts';

const size = { width: 560, height: 220 };
const right = { name: 'every character right', colour: '#1565c0' };
const sure = { name: 'sure', colour: '#2e7d32' };
const sureAndWrong = { name: 'sure and wrong', colour: '#c62828' };

/** A sweep as SVG: the values side by side at equal distances, above each the share of its pictures. */
export function drawSweep({ name, rows }: SetResult): string {
  const at = (index: number): number => (rows.length > 1 ? index / (rows.length - 1) : 0.5);
  const x = { label: sweepTitles[name]?.condition ?? name, ticks: rows.map(({ value }, index) => ({ at: at(index), text: `${value}` })) };
  const y = { label: 'share of the pictures', ticks: [0, 25, 50, 75, 100].map((share) => ({ at: share / 100, text: `${share} %` })) };
  const line = (
    colour: string,
    counts: readonly number[],
    place: { x: (share: number) => string; y: (share: number) => string },
  ): string => {
    const points = counts.map((count, index) => `${place.x(at(index))} ${place.y(count / (rows[index]?.positives || 1))}`);
    const dots = points.map((point) => `M${point}h0`).join('');
    return `<path d="M${points.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/><path d="${dots}" stroke="${colour}" stroke-width="7" stroke-linecap="round"/>`;
  };
  return drawPlot({ ...size, x, y, legend: [right, sure, sureAndWrong] }, (place) => [
    line(
      sureAndWrong.colour,
      rows.map((row) => row.sureAndWrong),
      place,
    ),
    line(
      sure.colour,
      rows.map((row) => row.sure),
      place,
    ),
    line(
      right.colour,
      rows.map((row) => row.exact),
      place,
    ),
  ]);
}
