/**
 * What the service does on a full disk: `node bench/full-disk.ts`.
 *
 * Mounts a small disk in memory as the data folder and takes its room away before a start, before uploads, in the middle of a batch, and while pictures are
 * read. Nothing that was acknowledged may be lost, what cannot be taken is answered with 507 or 503, /readyz says so, the process lives and rests, and all
 * goes on by itself when there is room again. Needs Linux and the right to mount; says so and does nothing elsewhere. Exits with 1 on any miss.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { specimenBatch, specimenForm } from './attack/start-target.ts';
import { mountSmallDisk, type SmallDisk } from './full-disk/mount-small-disk.ts';
import { type DiskService, startOnDisk } from './full-disk/start-on-disk.ts';
import { renderTable } from './page/render-table.ts';

const diskMebibytes = 320;
const uploads = 20;
const batchFiles = 60;
const maxLoad = 0.2;
/** A start that cannot succeed says so within this time. */
const startSeconds = 60;
/** All is well again within this time after there is room. */
const recoverySeconds = 60;

const rows: string[][] = [];
/** Scans and batches that were acknowledged: they have to be there, and read, at the end. */
const acknowledged: string[] = [];

const disk = mountSmallDisk(diskMebibytes);
if (disk) await runStages(disk);
else process.stdout.write('Skipped: this user may not mount a disk in memory (mount -t tmpfs).\n');

async function runStages(disk: SmallDisk): Promise<void> {
  const dataDirectory = join(disk.path, 'data');
  try {
    await startWithoutRoom(disk, dataDirectory);
    let service = await startOnDisk(dataDirectory);
    await acknowledge(service, 'POST', '/api/v1/tools/ocr/picture/');
    await fillBeforeUploads(disk, service);
    await fillWithinBatch(disk, service);
    await fillWhileReading(disk, service);
    note('stop', 'SIGTERM', (await service.server.end('SIGTERM')) === 0, '');
    service = await startOnDisk(dataDirectory);
    await checkAcknowledged('second start', service);
    await service.server.end('SIGTERM');
  } finally {
    disk.unmount();
    process.stdout.write(`${renderTable(['stage', 'check', '', 'what came'], rows)}\n`);
  }
}

async function startWithoutRoom(disk: SmallDisk, dataDirectory: string): Promise<void> {
  disk.fill();
  const failed = startOnDisk(dataDirectory).then(
    async (service) => {
      await service.server.end('SIGKILL');
      return 'it started';
    },
    (error: { code?: number; errors?: string }) => `exit code ${error.code}: ${error.errors?.trim().split('\n').at(-1)?.slice(0, 200)}`,
  );
  const outcome = await Promise.race([failed, setTimeout(startSeconds * 1000, 'it neither starts nor ends')]);
  note('before a start', 'ends with 1 and a sentence about room', /^exit code 1: .*(space|room|full)/i.test(outcome), outcome);
  disk.empty();
}

async function fillBeforeUploads(disk: SmallDisk, service: DiskService): Promise<void> {
  const stage = 'before uploads';
  disk.fill();
  const statuses: number[] = [];
  for (let upload = 0; upload < uploads; upload++) statuses.push(await acknowledge(service, 'POST', '/api/v1/tools/ocr/picture/'));
  note(stage, '507 or 503, or acknowledged', statuses.every(isFair), count(statuses));
  await checkDegraded(stage, service);
  await recover(stage, disk, service);
}

async function fillWithinBatch(disk: SmallDisk, service: DiskService): Promise<void> {
  const stage = 'within a batch';
  disk.fill(batchFiles * 40_000);
  const status = await acknowledge(service, 'POST', '/api/v2/batches');
  note(stage, '507 or 503, or acknowledged', isFair(status), `${status}`);
  disk.fill();
  await checkDegraded(stage, service);
  await recover(stage, disk, service);
}

async function fillWhileReading(disk: SmallDisk, service: DiskService): Promise<void> {
  const stage = 'while reading';
  note(stage, 'acknowledged before', (await acknowledge(service, 'POST', '/api/v2/batches')) === 202, '');
  disk.fill();
  await setTimeout(10_000);
  await checkDegraded(stage, service);
  await recover(stage, disk, service);
}

/** Sends a specimen or a batch of them; keeps the address of what was made. Returns the status, 0 where there was no answer. */
async function acknowledge({ send }: DiskService, method: string, path: string): Promise<number> {
  const isBatch = path.endsWith('batches');
  try {
    const { status, text } = await send(method, path, isBatch ? specimenBatch(batchFiles) : specimenForm);
    if (status < 300) acknowledged.push(`/api/v2/${isBatch ? 'batches' : 'scans'}/${(JSON.parse(text) as { id: number }).id}`);
    return status;
  } catch {
    return 0;
  }
}

async function checkDegraded(stage: string, service: DiskService): Promise<void> {
  const ready = await service.send('GET', '/readyz').catch(() => ({ status: 0 }));
  note(stage, '/readyz is 503', ready.status === 503, `${ready.status}`);
  const alive = service.isAlive();
  note(stage, 'the process lives', alive, '');
  if (!alive) return;
  const load = await service.measureLoad();
  note(stage, `takes less than ${100 * maxLoad} % of a core`, load < maxLoad, `${(100 * load).toFixed(0)} %`);
}

/** Gives the room back, and waits until the service takes and reads pictures again. */
async function recover(stage: string, disk: SmallDisk, service: DiskService): Promise<void> {
  disk.empty();
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const isWell = async () =>
    (await service.send('GET', '/readyz').catch(() => ({ status: 0 }))).status === 200 &&
    (await acknowledge(service, 'POST', '/api/v1/tools/ocr/picture/')) === 201;
  let well = await isWell();
  while (!well && seconds() < recoverySeconds && service.isAlive()) {
    await setTimeout(500);
    well = await isWell();
  }
  note(stage, 'takes pictures again', well, `${seconds().toFixed(1)} s`);
  await checkAcknowledged(stage, service);
}

async function checkAcknowledged(stage: string, { send }: DiskService): Promise<void> {
  const until = performance.now() + recoverySeconds * 1000;
  let open = acknowledged;
  while (open.length > 0 && performance.now() < until) {
    const states = await Promise.all(open.map(async (path) => (await send('GET', path).catch(() => ({ text: '' }))).text));
    open = open.filter((_, index) => !/"status":"completed"/.test(states[index] ?? '') || /"failed":[1-9]/.test(states[index] ?? ''));
    if (open.length > 0) await setTimeout(500);
  }
  note(stage, `all ${acknowledged.length} that were acknowledged are read`, open.length === 0, open.slice(0, 5).join(' '));
}

function isFair(status: number): boolean {
  return status === 507 || status === 503 || status === 201 || status === 202;
}

function count(statuses: readonly number[]): string {
  return [...new Set(statuses)].map((status) => `${statuses.filter((other) => other === status).length} x ${status}`).join(', ');
}

function note(stage: string, check: string, holds: boolean, what: string): void {
  rows.push([stage, check, holds ? 'ok' : 'MISS', what]);
  process.stderr.write(`${holds ? 'ok  ' : 'MISS'} ${stage}: ${check} ${what}\n`);
  if (!holds) process.exitCode = 1;
}
