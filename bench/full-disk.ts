/**
 * What the service does on a full disk: `node bench/full-disk.ts`.
 *
 * Mounts a small disk in memory as the data folder and takes its room away in many situations, with
 * the watch on free space and without it, where the writes themselves fail. Nothing that was
 * acknowledged may be lost, what cannot be taken is answered with 507, the process lives and rests,
 * and all goes on by itself when there is room again. Needs Linux and the right to mount; says so
 * and does nothing elsewhere. Exits with 1 on any miss.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createLedger } from './full-disk/create-ledger.ts';
import { createReport } from './full-disk/create-report.ts';
import { type FillStage, type Scene, stagesWithoutWatch, stagesWithWatch } from './full-disk/fill-stages.ts';
import { mountSmallDisk, type SmallDisk } from './full-disk/mount-small-disk.ts';
import { startOnDisk } from './full-disk/start-on-disk.ts';
import { renderTable } from './page/render-table.ts';

const diskMebibytes = 320;
const maxLoad = 0.2;
/** A start that cannot succeed says so within this time. */
const startSeconds = 60;
/** All is well again within this time after there is room. */
const recoverySeconds = 30;
const stopSeconds = 10;

const report = createReport();
const disk = mountSmallDisk(diskMebibytes);
if (disk) await runAll(disk);
else process.stdout.write('Nothing was checked: this user may not mount a disk in memory (mount -t tmpfs).\n');

async function runAll(disk: SmallDisk): Promise<void> {
  try {
    await startWithoutRoom(disk, join(disk.path, 'first'));
    await runStages(disk, 'with watch', {}, stagesWithWatch);
    await runStages(disk, 'without watch', { OCR_WEB_MIN_FREE_MIB: '0' }, stagesWithoutWatch);
  } finally {
    disk.unmount();
    process.stdout.write(`${renderTable(['stage', 'check', '', 'what came'], report.rows)}\n`);
    process.stdout.write(`${report.rows.length - report.misses()} of ${report.rows.length} hold\n`);
    if (report.misses() > 0) process.exitCode = 1;
  }
}

async function startWithoutRoom(disk: SmallDisk, dataDirectory: string): Promise<void> {
  disk.fill();
  const outcome = await Promise.race([describeStart(dataDirectory), setTimeout(startSeconds * 1000, 'it neither starts nor ends')]);
  report.note('before a first start', 'ends with 1 and a sentence about room', /^1: .*(space|room|full)/i.test(outcome), outcome);
  disk.empty();
}

/** Returns the exit code and the last line of a start that failed. */
function describeStart(dataDirectory: string): Promise<string> {
  return startOnDisk(dataDirectory, {}).then(
    async ({ server }) => {
      await server.end('SIGKILL');
      return 'it started';
    },
    ({ code, errors }: { code?: number; errors?: string }) => `${code}: ${errors?.trim().split('\n').at(-1)?.slice(0, 200)}`,
  );
}

async function runStages(
  disk: SmallDisk,
  watch: string,
  settings: Record<string, string>,
  stages: Readonly<Record<string, FillStage>>,
): Promise<void> {
  const dataDirectory = join(disk.path, watch);
  const ledger = createLedger();
  for (const [name, fill] of Object.entries(stages)) {
    // Anew each time: the log of changes is short then, so that writes soon ask for room.
    const service = await startOnDisk(dataDirectory, settings);
    const note: Scene['note'] = (check, holds, what) => report.note(`${name}, ${watch}`, check, holds, what);
    const scene = { disk, service, ledger, note };
    note('takes pictures', (await ledger.upload(service)) === 201);
    await fill(scene);
    await checkDegraded(scene);
    disk.empty();
    await checkRecovery(scene);
    await checkStop(scene);
    disk.empty();
  }
  const service = await startOnDisk(dataDirectory, settings);
  const unread = await ledger.findUnread(service, recoverySeconds);
  report.note(`last start, ${watch}`, `all ${ledger.size()} that were acknowledged are read`, unread.length === 0, unread.join(' '));
  await service.server.end('SIGTERM');
}

async function checkDegraded({ service, note }: Scene): Promise<void> {
  const { status } = await service.send('GET', '/readyz');
  const list = await service.send('GET', '/api/v2/scans');
  note('readers are served, or nobody is', [200, 0].includes(list.status), `/readyz ${status}, /scans ${list.status}`);
  note('the process lives', service.isAlive());
  if (!service.isAlive()) return;
  const load = await service.measureLoad();
  note(`takes less than ${100 * maxLoad} % of a core`, load < maxLoad, `${(100 * load).toFixed(0)} %`);
}

/** The room is back: waits until the service takes and reads pictures again. */
async function checkRecovery({ service, ledger, note }: Scene): Promise<void> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const isWell = async () => (await service.send('GET', '/readyz')).status === 200 && (await ledger.upload(service)) === 201;
  let well = await isWell();
  while (!well && seconds() < recoverySeconds && service.isAlive()) {
    await setTimeout(250);
    well = await isWell();
  }
  note('takes pictures again', well, `${seconds().toFixed(1)} s`);
  const unread = await ledger.findUnread(service, recoverySeconds);
  note(
    `all ${ledger.size()} that were acknowledged are read`,
    unread.length === 0,
    unread.slice(0, 5).join(' ') || `${seconds().toFixed(1)} s`,
  );
}

/** Also while the disk is full. */
async function checkStop({ disk, service, note }: Scene): Promise<void> {
  disk.fill();
  const startedAt = performance.now();
  const end = await Promise.race([service.server.end('SIGTERM'), setTimeout(stopSeconds * 1000, 'no end')]);
  if (end === 'no end') await service.server.end('SIGKILL');
  note('SIGTERM ends it on a full disk', end === 0, `${end} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
