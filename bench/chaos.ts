/**
 * What is lost when processes, database and store are killed, frozen and restarted under load:
 * `node bench/chaos.ts [--uploads 2000] [--apis 2] [--workers 2] [--seed N]`.
 *
 * Starts a PostgreSQL server, Ceph's S3 gateway and processes of the service, and lets faults
 * strike at random moments while eight clients create scans and batches and delete scans.
 * Afterwards everything that was acknowledged is asked for, and database and store are looked
 * through. Linux only, with PostgreSQL and Ceph installed. Ends with 1 when anything was lost,
 * doubled, undone or left over.
 */
import { parseArgs } from 'node:util';
import { runChaosRound } from '../apps/server/cluster/chaos/run-chaos-round.ts';
import { startPostgresServer } from '../apps/server/test/servers/postgres-server.ts';
import { startS3Gateway } from '../apps/server/test/servers/start-s3-gateway.ts';
import { renderTable } from './page/render-table.ts';

const { values: options } = parseArgs({
  options: {
    uploads: { type: 'string', default: '2000' },
    apis: { type: 'string', default: '2' },
    workers: { type: 'string', default: '2' },
    seed: { type: 'string' },
  },
});
const seed = Number(options.seed ?? Date.now() % 1_000_000);
const startedAt = performance.now();
const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(0);

const database = await startPostgresServer();
const store = await startS3Gateway();
const round = await runChaosRound(
  { database, store },
  {
    apis: Number(options.apis),
    workers: Number(options.workers),
    uploads: Number(options.uploads),
    seed,
    onFault: (name, { scans, batches }) =>
      process.stderr.write(`${seconds().padStart(5)} s: ${name} (${scans.size} scans, ${batches.size} batches)\n`),
  },
).finally(() => {
  store.stop();
  database.close();
});

const { faults, acknowledged, findings, orphans } = round;
const { scans, batches, deletions } = acknowledged;
const keyed = [...scans.values()].filter((key) => key !== undefined).length;
process.stdout.write(
  `${renderTable(
    ['fault', 'times'],
    [...faults].map(([name, count]) => [name, String(count)]),
  )}\n\n`,
);
const rows = [
  ['scans', String(scans.size)],
  ['of them under a key', String(keyed)],
  ['batches of 20', String(batches.size)],
  ['deletions', String(deletions.size)],
];
process.stdout.write(`${renderTable(['acknowledged', 'number'], rows)}\n\n`);
const found = Object.entries(findings);
process.stdout.write(
  `${renderTable(
    ['afterwards', 'number'],
    [...found.map(([kind, sentences]) => [kind, String(sentences.length)]), ['pictures for maintenance to delete', String(orphans)]],
  )}\n`,
);
for (const [kind, sentences] of found) for (const sentence of sentences) process.stdout.write(`  ${kind}: ${sentence}\n`);
process.stdout.write(`${seconds()} s; --seed ${seed}\n`);
process.exitCode = found.every(([kind, sentences]) => kind === 'failed' || sentences.length === 0) ? 0 : 1;
