import type { StatisticsBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { estimateQuantile } from './latency-ranges.ts';

type Range = StatisticsBody['range'];
type Activity = Pick<
  StatisticsBody,
  'range' | 'from' | 'to' | 'period_seconds' | 'outcomes' | 'periods' | 'latency' | 'hints' | 'failures'
>;
type Row = { readonly period_start: Date; readonly name: string; readonly count: number };

const ranges: Readonly<Record<Range, { readonly resolution: 'minute' | 'hour'; readonly periods: number }>> = {
  hour: { resolution: 'minute', periods: 60 },
  day: { resolution: 'hour', periods: 24 },
  week: { resolution: 'hour', periods: 168 },
  month: { resolution: 'hour', periods: 720 },
};
const seconds = { minute: 60, hour: 3600 } as const;

/** Counts of one kind by detail, such as `glare` of the kind `hint`. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Sums up what ended in a range that ends now. */
export async function summariseActivity(sql: Kysely<Tables>, range: Range, now: Date): Promise<Activity> {
  const { resolution, periods: length } = ranges[range];
  const periodMs = seconds[resolution] * 1000;
  const last = now.getTime() - (now.getTime() % periodMs);
  const from = last - (length - 1) * periodMs;
  const rows = await sql
    .selectFrom('activity_counts')
    .select(['period_start', 'name', 'count'])
    .where('resolution', '=', resolution)
    .where('period_start', '>=', new Date(from))
    .execute();
  const byPeriod = Map.groupBy(rows, ({ period_start }) => period_start.getTime());
  const starts = Array.from({ length }, (_, index) => from + index * periodMs);
  const all = sumUp(rows);
  return {
    range,
    from: new Date(from).toISOString(),
    to: now.toISOString(),
    period_seconds: seconds[resolution],
    outcomes: outcomesOf(all),
    periods: starts.map((start) => toPeriod(start, sumUp(byPeriod.get(start) ?? []))),
    latency: { total: latencyOf(all, 'total'), reading: latencyOf(all, 'reading') },
    hints: byFrequency(all, 'hint'),
    failures: byFrequency(all, 'failure'),
  };
}

function sumUp(rows: readonly Row[]): Counts {
  const sums = new Map<string, Map<string, number>>();
  for (const { name, count } of rows) {
    const [kind = '', detail = ''] = name.split(' ');
    const ofKind = sums.get(kind) ?? new Map<string, number>();
    sums.set(kind, ofKind.set(detail, (ofKind.get(detail) ?? 0) + count));
  }
  return sums;
}

function toPeriod(start: number, counts: Counts): StatisticsBody['periods'][number] {
  const total = rangesOf(counts, 'total');
  const quantiles = { p50_ms: estimateQuantile(total, 0.5), p95_ms: estimateQuantile(total, 0.95) };
  return { at: new Date(start).toISOString(), ...outcomesOf(counts), ...quantiles, hints: byFrequency(counts, 'hint') };
}

function outcomesOf(counts: Counts): StatisticsBody['outcomes'] {
  const of = (name: string) => counts.get('outcome')?.get(name) ?? 0;
  return { sure: of('sure'), unsure: of('unsure'), no_zone: of('no_zone'), failed: of('failed') };
}

function latencyOf(counts: Counts, kind: string): StatisticsBody['latency']['total'] {
  const times = rangesOf(counts, kind);
  return { p50_ms: estimateQuantile(times, 0.5), p95_ms: estimateQuantile(times, 0.95), p99_ms: estimateQuantile(times, 0.99) };
}

function rangesOf(counts: Counts, kind: string): ReadonlyMap<number, number> {
  return new Map(Array.from(counts.get(kind) ?? [], ([range, count]) => [Number(range), count]));
}

function byFrequency(counts: Counts, kind: string): StatisticsBody['hints'] {
  const found = Array.from(counts.get(kind) ?? [], ([code, count]) => ({ code, count }));
  return found.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
