/**
 * What encryption at rest costs: `node bench/encryption.ts [--rounds 12] [--seconds 5] [--write]`.
 *
 * Starts the service twice, with encryption and without, and gives both the same pictures in short
 * phases that take turns: on a machine with other work the ratio of neighbours says more than
 * either. Throughput is that of a closed loop of 8 clients; processor time is from /proc, so Linux
 * only. `--write` makes the figures the baseline.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawFrames } from './harness/draw-frames.ts';
import { formBody } from './harness/picture-bodies.ts';
import { processorTimeOf } from './harness/process-figures.ts';
import { quantile } from './harness/quantile.ts';
import { readByService } from './harness/read-by-service.ts';
import { runClosedLoop } from './harness/run-closed-loop.ts';
import { type Service, startService } from './harness/start-service.ts';
import { describeMachine } from './page/describe-machine.ts';
import { renderTable } from './page/render-table.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    seconds: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const clients = 8;
const readers = 2;

/** One phase: pictures a second, and milliseconds of processor time for each. */
type Phase = { readonly perSecond: number; readonly mainMs: number; readonly readerMs: number };

const bodies = (await drawFrames()).map((bytes, index) => formBody('picture_file', [[`frame-${index}.jpg`, bytes]]));
const [sealed, open] = [
  await startService(readers, '', { OCR_WEB_ENCRYPTION: 'on', OCR_WEB_RATE_LIMIT: '0' }),
  await startService(readers, '', { OCR_WEB_ENCRYPTION: 'off', OCR_WEB_RATE_LIMIT: '0' }),
];
const phases: { readonly sealed: Phase[]; readonly open: Phase[] } = { sealed: [], open: [] };
try {
  for (const service of [sealed, open]) await measure(service);
  for (let round = 0; round < rounds; round += 1) {
    // In turns also within the pair, so that neither always comes first.
    const order = round % 2 === 0 ? (['sealed', 'open'] as const) : (['open', 'sealed'] as const);
    for (const name of order) phases[name].push(await measure(name === 'sealed' ? sealed : open));
  }
} finally {
  await sealed.close();
  await open.close();
}

const ratioOf = (figure: (phase: Phase) => number) =>
  quantile(
    phases.sealed.map((phase, round) => figure(phase) / figure(phases.open[round]!)),
    0.5,
  );
const medianOf = (list: readonly Phase[], figure: (phase: Phase) => number) => quantile(list.map(figure), 0.5);
const figures = [
  { name: 'pictures a second', figure: ({ perSecond }: Phase) => perSecond },
  { name: 'service, ms of processor time a picture', figure: ({ mainMs }: Phase) => mainMs },
  { name: 'readers, ms of processor time a picture', figure: ({ readerMs }: Phase) => readerMs },
  { name: 'together, ms of processor time a picture', figure: ({ mainMs, readerMs }: Phase) => mainMs + readerMs },
].map(({ name, figure }) => ({
  name,
  on: medianOf(phases.sealed, figure),
  off: medianOf(phases.open, figure),
  ratio: ratioOf(figure),
}));
const rows = figures.map(({ name, on, off, ratio }) => [name, on.toFixed(2), off.toFixed(2), ratio.toFixed(3)]);
process.stdout.write(`${renderTable([`medians of ${rounds} phases`, 'on', 'off', 'on / off'], rows)}\n`);
if (options.write) {
  const report = { machine: describeMachine(), load_average: loadavg()[0], rounds, seconds, clients, readers, figures };
  writeFileSync(join(import.meta.dirname, 'baseline/encryption.json'), `${JSON.stringify(report, null, 2)}\n`);
}

async function measure(service: Service): Promise<Phase> {
  const before = processorTimeOf(service.pid);
  const loop = await runClosedLoop(clients, seconds, (at) =>
    readByService(service.clients[at % service.clients.length]!, bodies[at % bodies.length]!),
  );
  const after = processorTimeOf(service.pid);
  const count = loop.latencies.length;
  return {
    perSecond: count / loop.seconds,
    mainMs: (after.main - before.main) / count,
    readerMs: (after.readers - before.readers) / count,
  };
}
