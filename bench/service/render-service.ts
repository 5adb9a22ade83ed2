import type { ResidentMemory } from '../harness/process-figures.ts';
import type { ProfileRow } from '../harness/summarise-profile.ts';
import { renderTable } from '../page/render-table.ts';
import type { BatchRate } from './measure-batch.ts';
import type { DiskCost } from './measure-disk.ts';
import type { FollowerCost } from './measure-followers.ts';
import type { IdleLatency } from './measure-idle.ts';
import type { Starts } from './measure-starts.ts';
import type { Throughput } from './measure-throughput.ts';

/** MiB of the service's process and of each of its readers. */
export type Memory = { readonly when: string; readonly main: ResidentMemory; readonly readers: readonly ResidentMemory[] };

/** What a run measured; a part is missing where the run was told to leave it out. */
export type ServiceReport = {
  throughput?: Throughput[];
  idle?: IdleLatency;
  batches?: BatchRate[];
  followers?: FollowerCost[];
  disk?: DiskCost[];
  memory?: Memory[];
  starts?: Starts;
  profile?: ProfileRow[];
};

const rowsOfProfile = 25;

/** Returns the tables of a run. */
export function renderService(report: ServiceReport): string {
  const { throughput, idle, batches, followers, disk, memory, starts, profile } = report;
  return [
    throughput && renderThroughput(throughput),
    idle && renderIdle(idle),
    batches && renderBatches(batches),
    followers && renderFollowers(followers),
    disk && renderDisk(disk),
    memory && renderMemory(memory),
    starts &&
      renderTable(
        ['start to listening line, s', 'first', 'second', 'SIGTERM to end'],
        [['', ...[starts.first, starts.second, starts.stop].map(two)]],
      ),
    profile && renderProfile(profile),
  ]
    .filter((table) => table !== undefined)
    .join('\n\n');
}

function renderThroughput(rows: readonly Throughput[]): string {
  const rates = rows.map(({ encoding, clients, service, pool, ratio }) => [
    `${encoding}, ${clients}`,
    ...[service.perSecond, pool.perSecond].map(one),
    two(ratio),
    ...[service.p50, service.p95, pool.p50, pool.p95].map(one),
  ]);
  const costs = rows.map(({ encoding, clients, service, pool }) => [
    `${encoding}, ${clients}`,
    ...[service.main, service.readers, service.client, pool.main, pool.readers].map(one),
    two(service.main / service.readers),
  ]);
  return [
    renderTable(['clients', 'pictures/s', 'bare pool', 'ratio', 'p50, ms', 'p95, ms', 'bare p50', 'bare p95'], rates),
    renderTable(['processor ms a picture', 'main', 'readers', 'client', 'bare driver', 'bare readers', 'main/readers'], costs),
  ].join('\n\n');
}

function renderIdle({ completed, completedP95, pool, ratio, created }: IdleLatency): string {
  const cells = [one(completed), one(completedP95), one(pool), two(ratio), one(created)];
  return renderTable(['idle, ms', 'create to COM', 'its p95', 'bare reading', 'ratio', 'create to 201'], [['median', ...cells]]);
}

function renderBatches(rows: readonly BatchRate[]): string {
  const cells = rows.map(({ kind, files, stored, perSecond, pool, ratio }) => [
    `${files} files, ${kind}`,
    two(stored),
    one(perSecond),
    one(pool),
    two(ratio),
  ]);
  return renderTable(['batch', 'stored, s', 'pictures/s', 'bare pool', 'ratio'], cells);
}

function renderFollowers(rows: readonly FollowerCost[]): string {
  const cells = rows.map(({ kind, followers, main, alone, perMessage, delay }) => [
    `${followers}, ${kind}`,
    ...[main, alone].map(one),
    two(perMessage),
    ...[delay?.p50, delay?.p95].map((ms) => (ms === undefined ? '-' : ms.toFixed(0))),
  ]);
  return renderTable(['followers of a batch', 'main, ms a scan', 'without', 'ms a message', 'delay p50, ms', 'p95'], cells);
}

function renderDisk(rows: readonly DiskCost[]): string {
  const cells = rows.map(({ clients, fsyncs, statements }) => [
    `${clients} clients`,
    ...[fsyncs, statements].map((value) => (value === null ? '-' : two(value))),
  ]);
  return renderTable(['a scan', 'fsyncs', 'statements'], cells);
}

function renderMemory(rows: readonly Memory[]): string {
  const cells = rows.map(({ when, main, readers }) => [
    when,
    ...[main.now, main.peak].map((mib) => mib.toFixed(0)),
    readers.map(({ now }) => now.toFixed(0)).join(' + '),
    readers.map(({ peak }) => peak.toFixed(0)).join(' + '),
  ]);
  return renderTable(['memory, MiB', 'main', 'most ever', 'readers', 'most ever'], cells);
}

function renderProfile(rows: readonly ProfileRow[]): string {
  const cells = rows.slice(0, rowsOfProfile).map(({ where, ms, share }) => [where, ms.toFixed(0), `${(100 * share).toFixed(1)} %`]);
  return renderTable(['self time of the main process', 'ms', 'share'], cells);
}

function one(value: number): string {
  return value.toFixed(1);
}

function two(value: number): string {
  return value.toFixed(2);
}
