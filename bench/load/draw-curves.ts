import { drawPlot } from '../page/draw-plot.ts';
import type { LoadCurve } from './measure-curve.ts';

const colours = ['#1a6', '#26c', '#c62', '#82a'];

/** Draws latency against pictures a second: the median as a line, the 95th percentile dashed. */
export function drawCurves(curves: readonly LoadCurve[]): string {
  const rates = curves.flatMap(({ points }) => points.map(({ perSecond }) => perSecond));
  const latencies = curves.flatMap(({ points }) => points.map(({ p95 }) => p95));
  const [maxRate, maxMs] = [roundUp(Math.max(...rates)), roundUp(Math.max(...latencies))];
  const ticks = (max: number) => [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: String(Math.round(at * max)) }));
  const legend = curves.map(({ readers }, index) => ({
    name: `${readers} reader${readers > 1 ? 's' : ''}`,
    colour: colours[index % colours.length]!,
  }));
  const x = { label: 'pictures a second', ticks: ticks(maxRate) };
  const y = { label: 'create to COM, ms (median; 95th percentile dashed)', ticks: ticks(maxMs) };
  return drawPlot({ width: 480, height: 280, x, y, legend }, (place) =>
    curves.flatMap(({ points }, index) =>
      (['p50', 'p95'] as const).map((name) => {
        const path = points.map((point) => `${place.x(point.perSecond / maxRate)} ${place.y(point[name] / maxMs)}`).join('L');
        const dash = name === 'p95' ? ' stroke-dasharray="4 3"' : '';
        return `<path d="M${path}" fill="none" stroke="${colours[index % colours.length]}"${dash}/>`;
      }),
    ),
  );
}

/** To one, two or five times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}
