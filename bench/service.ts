/**
 * What the service costs beside its reader: `node bench/service.ts [--seconds N] [--clients 1,8]
 * [--only throughput,idle,batches,followers,disk,starts]`.
 *
 * Starts the service on a fresh folder with its defaults and two readers, and beside it a bare pool
 * of two readers, and gives both the same pictures in short phases that take turns: on a machine
 * with other work their ratio says more than either. The client and all of this share the machine's
 * cores. Processor times and memory are from /proc, so Linux only. Calls of fsync are counted by
 * strace where it is installed. `--profile` says where the main process spends its time; it is
 * slower meanwhile. `--write` makes the figures the baseline.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packZip } from '../apps/server/test/uploads/pack-zip.ts';
import { drawFrames } from './harness/draw-frames.ts';
import { formBody, jsonBody } from './harness/picture-bodies.ts';
import { memoryOf, processesOf } from './harness/process-figures.ts';
import { type Service, startService } from './harness/start-service.ts';
import { summariseProfile } from './harness/summarise-profile.ts';
import { describeMachine } from './page/describe-machine.ts';
import { measureBatch } from './service/measure-batch.ts';
import { measureDisk } from './service/measure-disk.ts';
import { measureFollowers } from './service/measure-followers.ts';
import { measureIdle } from './service/measure-idle.ts';
import { measureStarts } from './service/measure-starts.ts';
import { type Encoding, measureThroughput } from './service/measure-throughput.ts';
import { type Memory, renderService, type ServiceReport } from './service/render-service.ts';
import { type BarePool, startBarePool } from './service/start-bare-pool.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,2,4,8,16' },
    only: { type: 'string', default: 'throughput,idle,batches,followers,disk,starts' },
    profile: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const parts = options.only.split(',');
const seconds = Number(options.seconds);
const clientCounts = options.clients.split(',').map(Number);
const readers = 2;
const rounds = 2;
const warmUpSeconds = 8;
const idleRounds = 60;
const batchFiles = 200;
const followerCount = 20;
const startRounds = 3;

const frames = await drawFrames();
const named = frames.map((bytes, index) => [`frame-${index}.jpg`, bytes] as const);
const multipart = { encoding: 'multipart', bodies: named.map((file) => formBody('picture_file', [file])) };
const json = { encoding: 'JSON', bodies: frames.map(jsonBody) };

const startedAt = performance.now();
const report: ServiceReport = {};
await measureBesidePool(report);
if (parts.includes('followers')) {
  announce('followers');
  report.followers = await measureFollowers(readers, formBody('file', batchOf(batchFiles)), batchFiles, followerCount);
}
if (parts.includes('disk')) {
  report.disk = [];
  for (const clients of [1, 8]) {
    announce(`disk, ${clients} clients`);
    report.disk.push(await measureDisk(readers, multipart.bodies, clients, seconds));
  }
}
if (parts.includes('starts')) {
  announce('starts');
  report.starts = await measureStarts(readers, startRounds);
}

const kilobytes = frames.map(({ length }) => Math.round(length / 1000));
process.stdout.write(`${renderService(report)}\n\n`);
process.stdout.write(`${frames.length} pictures of ${Math.min(...kilobytes)} to ${Math.max(...kilobytes)} kB; ${readers} readers; `);
process.stdout.write(`${Math.round((performance.now() - startedAt) / 1000)} s; load of the machine: ${loadavg()[0]?.toFixed(1)}\n`);
const text = `${JSON.stringify({ machine: describeMachine(), readers, seconds, rounds, ...report }, null, 2)}\n`;
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'results/service.json'), text);
if (options.write) writeFileSync(join(import.meta.dirname, 'baseline/service.json'), text);

/** Says on standard error what is measured next. */
function announce(what: string): void {
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s: ${what}\n`);
}

/** Whatever is measured by phases that take turns with the bare pool. */
async function measureBesidePool(results: ServiceReport): Promise<void> {
  const profiles = mkdtempSync(join(tmpdir(), 'ocr-web-profile-'));
  const pool = await startBarePool(readers, frames);
  const service = await startService(readers, options.profile ? `--cpu-prof --cpu-prof-dir=${profiles}` : '');
  results.memory = [describeMemory(service, 'after the start')];
  try {
    await pool.loop(readers, 1);
    await measureParts(service, pool, results);
    results.memory.push(describeMemory(service, 'at the end'));
  } finally {
    await Promise.all([service.close(), pool.close()]);
  }
  if (options.profile) results.profile = summariseProfile(profiles);
  rmSync(profiles, { recursive: true });
}

async function measureParts(service: Service, pool: BarePool, results: ServiceReport): Promise<void> {
  const encodings: Encoding[] = [multipart, json];
  const [client] = service.clients;
  announce('warm up');
  // A service runs for weeks. What is measured is not the first seconds, in which its code is still
  // being compiled.
  await measureThroughput({ service, pool, encodings }, { clients: 8, rounds: 1, seconds: warmUpSeconds });
  if (parts.includes('idle')) {
    announce('idle');
    results.idle = await measureIdle(client, pool, multipart.bodies, idleRounds);
  }
  if (parts.includes('throughput')) {
    results.throughput = [];
    for (const clients of clientCounts) {
      announce(`throughput, ${clients} clients`);
      results.throughput.push(...(await measureThroughput({ service, pool, encodings }, { clients, rounds, seconds })));
    }
  }
  if (parts.includes('batches')) {
    announce('batches');
    const files = batchOf(batchFiles);
    const zip = { contentType: 'application/zip', bytes: packZip(files.map(([name, bytes]) => ({ name, bytes }))) };
    results.batches = [
      await measureBatch(client, pool, 'form', formBody('file', files), batchFiles),
      await measureBatch(client, pool, 'ZIP', zip, batchFiles),
    ];
  }
}

/** The frames as files of a batch, again and again. */
function batchOf(files: number): (readonly [name: string, bytes: Buffer])[] {
  return Array.from({ length: files }, (_, index) => [`${index}.jpg`, frames[index % frames.length] as Buffer] as const);
}

function describeMemory({ pid }: Service, when: string): Memory {
  const { main, readers } = processesOf(pid);
  return { when, main: memoryOf(main), readers: readers.map((reader) => memoryOf([reader])) };
}
