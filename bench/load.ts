/**
 * The service under load that does not wait for it: `node bench/load.ts [--only curve,burst,soak]
 * [--seconds 15] [--minutes 30] [--readers 2] [--write]`.
 *
 * `curve`: latency against rate with one and with two readers. `burst`: a minute of arrivals at ten
 * times the rate that can be read, with another client beside it. `soak`: so many minutes at 70 %
 * of that rate; `readers` is for these two. The clients are a process of their own on the same
 * cores. Linux only. `--write` makes the figures the baseline and draws `docs/images/load.svg`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawFrames } from './harness/draw-frames.ts';
import { formBody } from './harness/picture-bodies.ts';
import { drawCurves } from './load/draw-curves.ts';
import { type Burst, measureBurst } from './load/measure-burst.ts';
import { type LoadCurve, measureCurve } from './load/measure-curve.ts';
import { measureSoak, type Soak, type SoakMinute } from './load/measure-soak.ts';
import { describeMachine } from './page/describe-machine.ts';
import { renderTable } from './page/render-table.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'curve,burst' },
    seconds: { type: 'string', default: '15' },
    minutes: { type: 'string', default: '30' },
    readers: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
  },
});
const parts = options.only.split(',');
const baseline = join(import.meta.dirname, 'baseline/load.json');
const readers = Number(options.readers);
const bodies = (await drawFrames()).map((bytes, index) => formBody('picture_file', [[`frame-${index}.jpg`, bytes]]));
const report: Record<string, unknown> = { machine: describeMachine(), load_average: loadavg()[0] };

if (parts.includes('curve')) {
  const curves: LoadCurve[] = [];
  for (const count of [1, 2]) curves.push(await measureCurve(count, bodies, Number(options.seconds)));
  report.curves = curves;
  showCurves(curves);
  if (options.write) writeFileSync(join(import.meta.dirname, '../docs/images/load.svg'), drawCurves(curves));
}
if (parts.includes('burst')) {
  const burst = await measureBurst(bodies, { readers, factor: 10, seconds: 60 });
  report.burst = burst;
  showBurst(burst);
}
if (parts.includes('soak')) {
  const soak = await measureSoak(bodies, { readers, share: 0.7, minutes: Number(options.minutes) }, showMinute);
  report.soak = soak;
  showSoak(soak);
}
if (options.write) writeFileSync(baseline, `${JSON.stringify({ ...readBaseline(), ...report }, null, 2)}\n`);

function readBaseline(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(baseline, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function showCurves(curves: readonly LoadCurve[]): void {
  const rows = curves.flatMap(({ readers: count, capacity, points }) =>
    points.map(({ perSecond, p50, p95, p99 }) => [
      String(count),
      perSecond.toFixed(1),
      `${((100 * perSecond) / capacity).toFixed(0)} %`,
      ...[p50, p95, p99].map((ms) => ms.toFixed(0)),
    ]),
  );
  process.stdout.write(`${renderTable(['readers', 'pictures/s', 'of capacity', 'p50, ms', 'p95', 'p99'], rows)}\n\n`);
}

function showBurst({ capacity, perSecond, statuses, answerP95, honest, memory, recoverySeconds }: Burst): void {
  const rows = [
    ['pictures a second that can be read', capacity.toFixed(1)],
    ['arrivals a second, for a minute', perSecond.toFixed(0)],
    ...Object.entries(statuses).map(([status, count]) => [`answered ${status === '0' ? 'not at all' : status}`, String(count)]),
    ['ms to an answer, p95', answerP95.toFixed(0)],
    ['another client, ms from create to COM before', honest.before.toFixed(0)],
    ['the same meanwhile', honest.during.toFixed(0)],
    ['its pictures taken in meanwhile', `${honest.taken} of ${honest.sent}`],
    ['the same afterwards', honest.after.toFixed(0)],
    ['seconds until it is served as before', recoverySeconds.toFixed(1)],
    ['MiB of the main process before, most', `${memory.before.toFixed(0)}, ${memory.peak.toFixed(0)}`],
  ];
  process.stdout.write(`${renderTable(['burst', ''], rows)}\n\n`);
}

function showMinute({ pictures, refused, failures, p50, p95 }: SoakMinute): void {
  process.stderr.write(`${pictures} pictures, ${refused} refused, ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms\n`);
  for (const failure of failures) process.stderr.write(`  ${failure}\n`);
}

function showSoak({ perSecond, minutes }: Soak): void {
  const rows = minutes.map(({ pictures, refused, failures, p50, p95, main, readers: reading }, index) => [
    String(index + 1),
    ...[pictures, refused, failures.length, p50, p95, main, reading].map((value) => value.toFixed(0)),
  ]);
  process.stdout.write(`${perSecond.toFixed(1)} pictures a second\n`);
  process.stdout.write(
    `${renderTable(['minute', 'pictures', 'refused', 'failed', 'p50, ms', 'p95', 'main, MiB', 'readers, MiB'], rows)}\n\n`,
  );
}
