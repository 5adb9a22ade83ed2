import type { Statistics } from '@ocr-web/api/client';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../i18n/formats.ts';
import { adminMessages } from './admin-messages.ts';
import { DataTable } from './data-table.tsx';
import { nameHint } from './name-hint.ts';
import { type ChartSeries, TimeChart } from './time-chart.tsx';

type ChartProps = { readonly statistics: Statistics };

const outcomes = ['sure', 'unsure', 'no_zone', 'failed'] as const;
const colours = { sure: '--good', unsure: '--warn', no_zone: '--line-strong', failed: '--bad' } as const;

const hintColours = ['--accent', '--warn', '--bad', '--good', '--line-strong'] as const;

/** How many scans ended in each period, by outcome. */
export function OutcomeChart({ statistics: { periods } }: ChartProps) {
  const text = adminMessages.value;
  const series = outcomes.map(
    (name): ChartSeries => ({ label: text.outcomes[name], colour: colours[name], values: periods.map((period) => period[name]) }),
  );
  const busy = periods.filter((period) => outcomes.some((name) => period[name] > 0));
  const rows = busy.map((period) => ({ key: period.at, cells: [{ time: period.at }, ...outcomes.map((name) => period[name])] }));
  return (
    <ChartCard title={text.scansPerPeriod} id="outcomes-title">
      <TimeChart label={text.chartOf(text.scansPerPeriod)} times={periods.map(({ at }) => at)} series={series} />
      <ChartTable title={text.scansPerPeriod} columns={outcomes.map((name) => text.outcomes[name])} rows={rows} />
    </ChartCard>
  );
}

/** The hints that were given most, in each period; the rest are in the list beside it. */
export function HintChart({ statistics: { periods, hints } }: ChartProps) {
  const text = adminMessages.value;
  const shown = hints.slice(0, hintColours.length);
  const countOf = (period: Statistics['periods'][number], code: string) => period.hints.find((hint) => hint.code === code)?.count ?? 0;
  const series = shown.map(
    ({ code }, index): ChartSeries => ({
      label: nameHint(code),
      colour: hintColours[index] ?? '--accent',
      values: periods.map((period) => countOf(period, code)),
    }),
  );
  const busy = periods.filter((period) => period.hints.length > 0);
  const rows = busy.map((period) => ({ key: period.at, cells: [{ time: period.at }, ...shown.map(({ code }) => countOf(period, code))] }));
  return (
    <ChartCard title={text.hintsPerPeriod} id="hints-over-time-title">
      <TimeChart label={text.chartOf(text.hintsPerPeriod)} times={periods.map(({ at }) => at)} series={series} />
      <ChartTable title={text.hintsPerPeriod} columns={series.map(({ label }) => label)} rows={rows} />
    </ChartCard>
  );
}

/** How long scans took in each period. */
export function LatencyChart({ statistics: { periods, latency } }: ChartProps) {
  const text = adminMessages.value;
  const series: readonly ChartSeries[] = [
    { label: text.p50, colour: '--accent', values: periods.map((period) => period.p50_ms) },
    { label: text.p95, colour: '--warn', values: periods.map((period) => period.p95_ms) },
  ];
  const show = (milliseconds: number | null) => (milliseconds === null ? '–' : text.ms(formatNumber(milliseconds)));
  const rows = (['total', 'reading'] as const).map((name) => ({
    key: name,
    cells: [text[name], show(latency[name].p50_ms), show(latency[name].p95_ms), show(latency[name].p99_ms)],
  }));
  return (
    <ChartCard title={text.latency} id="latency-title">
      <TimeChart label={text.chartOf(text.latency)} times={periods.map(({ at }) => at)} series={series} />
      <DataTable caption={text.latency} columns={[text.part, text.p50, text.p95, text.p99]} rows={rows} />
    </ChartCard>
  );
}

function ChartCard({ title, id, children }: { readonly title: string; readonly id: string; readonly children: ComponentChildren }) {
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

type ChartTableProps = Pick<Parameters<typeof DataTable>[0], 'columns' | 'rows'> & { readonly title: string };

function ChartTable({ title, columns, rows }: ChartTableProps) {
  const text = adminMessages.value;
  return (
    <details class="chart-table">
      <summary>{text.asTable}</summary>
      <DataTable caption={title} empty={text.none} columns={[text.time, ...columns]} rows={rows} />
    </details>
  );
}
