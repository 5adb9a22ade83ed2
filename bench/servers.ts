/**
 * What the service costs beside its reader on PostgreSQL and S3: `node bench/servers.ts [--pictures
 * frames] [--seconds 5] [--clients 8] [--profile] [--write]`.
 *
 * Starts a PostgreSQL server, Ceph's S3 gateway, the service with two readers, and a bare pool of
 * two readers, all on the cores of this machine, and gives service and pool the same pictures in
 * phases that take turns. Says what each part takes of the processors, and from that which share of
 * the bare pool is left where database, store and clients have machines of their own. Linux only.
 * `--pictures photographs` sends 12 megapixels each, as phones take them, instead of frames of 1280
 * x 720. `--profile` says where the service's own process spends its time; it is slower meanwhile.
 * `--write` makes the figures the baseline of those pictures.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyzeTables } from '../apps/server/test/servers/statement-statistics.ts';
import { drawFrames, pictureSizes } from './harness/draw-frames.ts';
import { formBody } from './harness/picture-bodies.ts';
import { startService } from './harness/start-service.ts';
import { summariseProfile } from './harness/summarise-profile.ts';
import { describeMachine } from './page/describe-machine.ts';
import { renderTable } from './page/render-table.ts';
import { measureCreates } from './servers/measure-creates.ts';
import { type BenchServers, startServers } from './servers/start-servers.ts';
import { measureIdle } from './service/measure-idle.ts';
import { measureThroughput } from './service/measure-throughput.ts';
import { startBarePool } from './service/start-bare-pool.ts';

const { values: options } = parseArgs({
  options: {
    pictures: { type: 'string', default: 'frames' },
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '8' },
    profile: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const clients = Number(options.clients);
const readers = 2;
const rounds = 4;
// As long as compilers of both processes have something left to do.
const warmUpSeconds = 30;
const idleRounds = 60;
const shownPlaces = 30;

const load = loadavg()[0] ?? 0;
const size = Object.entries(pictureSizes).find(([kind]) => kind === options.pictures)?.[1];
if (!size) throw new Error(`--pictures is one of ${Object.keys(pictureSizes).join(', ')}.`);
const pictures = await drawFrames(size);
const bodies = pictures.map((bytes, index) => formBody('picture_file', [[`picture-${index}.jpg`, bytes]]));
const encodings = [{ encoding: 'multipart', bodies }];
const profiles = options.profile ? mkdtempSync(join(tmpdir(), 'ocr-web-profile-')) : undefined;
const servers = await startServers();
const report = await measure(servers).finally(servers.close);

const { throughput, creates, idle } = report;
const { service, pool } = throughput;
const rows = [
  ['pictures a second', service.perSecond.toFixed(1), pool.perSecond.toFixed(1)],
  ['ms from create to COM, median', service.p50.toFixed(0), pool.p50.toFixed(0)],
  ['processor ms a picture, readers', service.readers.toFixed(1), pool.readers.toFixed(1)],
  ['processor ms a picture, main process', service.main.toFixed(1), pool.main.toFixed(1)],
  ['processor ms a picture, PostgreSQL', report.database.toFixed(1), '-'],
  ['processor ms a picture, S3 gateway and store', report.store.toFixed(1), '-'],
  ['processor ms a picture, client', service.client.toFixed(1), '-'],
  ['idle: ms from create to COM, median', idle.completed.toFixed(1), idle.pool.toFixed(1)],
];
process.stdout.write(`${renderTable([`${options.pictures}, ${clients} clients, ${readers} readers`, 'service', 'bare pool'], rows)}\n\n`);
process.stdout.write(`Share of the bare pool, everything on the same cores: ${percent(throughput.ratio)}\n`);
process.stdout.write(`Share with machines of their own for database, store and clients (from processor times): ${percent(report.apart)}\n`);
process.stdout.write(`Create to COM when idle: ${idle.ratio.toFixed(2)} times the bare reading\n`);
process.stdout.write(
  `POST without waiting under that load: ${creates.p50.toFixed(0)} ms at the median, ${creates.p95.toFixed(0)} ms at p95\n`,
);
if (profiles !== undefined) {
  const places = summariseProfile(profiles).map(({ where, share }) => [where, percent(share)]);
  process.stdout.write(`\n${renderTable(['main process, where', 'share of its time'], places.slice(0, shownPlaces))}\n`);
  rmSync(profiles, { recursive: true });
}
if (options.write) {
  const text = `${JSON.stringify({ machine: describeMachine(), load_average: load, readers, clients, ...report }, null, 2)}\n`;
  const name = options.pictures === 'frames' ? 'servers' : `servers-${options.pictures}`;
  writeFileSync(join(import.meta.dirname, `baseline/${name}.json`), text);
}

async function measure({ settings, processorTime }: BenchServers) {
  const bare = await startBarePool(readers, pictures);
  const started = await startService(readers, profiles === undefined ? '' : `--cpu-prof --cpu-prof-dir=${profiles}`, { ...settings });
  try {
    const parts = { service: started, pool: bare, encodings };
    await measureThroughput(parts, { clients, rounds: 1, seconds: warmUpSeconds });
    // A server that has just begun plans for empty tables until it counts their rows, within a
    // minute.
    await analyzeTables(settings.DATABASE_URL as string);
    const before = processorTime();
    const [rate] = await measureThroughput(parts, { clients, rounds, seconds });
    const after = processorTime();
    if (!rate) throw new Error('Nothing was measured.');
    const { pictures: count, main, readers: reading } = rate.service;
    return {
      throughput: rate,
      database: (after.database - before.database) / count,
      store: (after.store - before.store) / count,
      apart: (rate.pool.main + rate.pool.readers) / (main + reading),
      creates: await measureCreates(started.clients, bodies, { busyClients: clients, seconds: 4 * seconds }),
      idle: await measureIdle(started.clients[0], bare, bodies, idleRounds),
    };
  } finally {
    await Promise.all([started.close(), bare.close()]);
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
