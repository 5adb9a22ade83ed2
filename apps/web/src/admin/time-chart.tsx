import { useEffect, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { language } from '../i18n/language.ts';
import { preferences } from '../preferences/preferences.ts';

/** One line of a chart. */
export type ChartSeries = {
  readonly label: string;
  /** Name of a colour of the page, such as `--good`. */
  readonly colour: string;
  readonly values: readonly (number | null)[];
};

type TimeChartProps = { readonly label: string; readonly times: readonly string[]; readonly series: readonly ChartSeries[] };

const height = 220;

/** Its types know nothing of its ECMAScript module, which has a default export only. */
const loadChart = async () => ((await import('uplot')) as unknown as { readonly default: typeof uPlot }).default;

/** Lines over time. A table beside it says the same to who does not see it. */
export function TimeChart({ label, times, series }: TimeChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const { theme } = preferences.value;
  useEffect(() => {
    const parent = box.current;
    if (!parent) return;
    const data = [times.map((at) => Date.parse(at) / 1000), ...series.map(({ values }) => [...values])] as uPlot.AlignedData;
    let remove: (() => void) | undefined;
    let isGone = false;
    const draw = (Chart: typeof uPlot) => {
      if (isGone) return;
      const chart = new Chart(chartOptions(parent, series), data, parent);
      const resizing = new ResizeObserver(() => chart.setSize({ width: parent.clientWidth, height }));
      resizing.observe(parent);
      remove = () => {
        resizing.disconnect();
        chart.destroy();
      };
    };
    // It cannot be loaded where the browser's language is none, as in a POSIX locale. The table
    // beside the chart is then all there is.
    loadChart().then(draw, () => undefined);
    return () => {
      isGone = true;
      remove?.();
    };
  }, [times, series, theme]);
  return <div ref={box} class="chart" role="img" aria-label={label} dir="ltr" />;
}

function chartOptions(parent: HTMLElement, series: readonly ChartSeries[]): uPlot.Options {
  const colour = (name: string) => resolveColour(parent, name);
  const axis = { stroke: colour('--ink-soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
  const dates = new Intl.DateTimeFormat(language.value, { dateStyle: 'short', timeStyle: 'short' });
  const hours = new Intl.DateTimeFormat(language.value, { hour: '2-digit', minute: '2-digit' });
  const days = new Intl.DateTimeFormat(language.value, { day: 'numeric', month: 'short' });
  const formatTick = (seconds: number, step: number) => (step >= 86_400 ? days : hours).format(seconds * 1000);
  return {
    width: parent.clientWidth,
    height,
    legend: { live: true },
    cursor: { y: false },
    scales: { y: { range: (_chart, _min, max) => [0, Math.max(1, max * 1.1)] } },
    axes: [
      { ...axis, values: (_chart, splits, _axis, _space, step) => splits.map((at) => formatTick(at, step)) },
      { ...axis, size: 56, values: (_chart, splits) => splits.map((value) => new Intl.NumberFormat(language.value).format(value)) },
    ],
    series: [
      { value: (_chart, seconds) => (seconds === null ? '–' : dates.format(seconds * 1000)) },
      ...series.map(({ label, colour: name }) => ({ label, stroke: colour(name), width: 2, points: { show: true, size: 4 } })),
    ],
  };
}

/** A canvas knows no variables and no `light-dark()`: the browser resolves both. */
function resolveColour(parent: HTMLElement, name: string): string {
  const probe = parent.appendChild(document.createElement('span'));
  probe.style.color = `var(${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
