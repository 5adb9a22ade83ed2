import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { packZip } from '../../apps/server/test/uploads/pack-zip.ts';
import type { Body } from '../harness/picture-bodies.ts';
import type { Ledger } from './create-ledger.ts';
import type { SmallDisk } from './mount-small-disk.ts';
import type { DiskService } from './start-on-disk.ts';

/** What a stage works with. */
export type Scene = {
  readonly disk: SmallDisk;
  readonly service: DiskService;
  readonly ledger: Ledger;
  readonly note: (check: string, holds: boolean, what?: string) => void;
};

/**
 * Takes the room away in some situation and checks what is answered meanwhile. The room is still
 * away when it resolves.
 */
export type FillStage = (scene: Scene) => Promise<void>;

const uploads = 20;
const batchFiles = 20;
const deletions = 8;
const webhooks = 5;
/** Longer than the supervisor takes to give up a service that keeps dying. */
const killedSeconds = 10;

const specimen = readFileSync(new URL('../../apps/server/assets/specimen-passport.png', import.meta.url));
const json = (body: object): Body => ({ contentType: 'application/json', bytes: Buffer.from(JSON.stringify(body)) });
const zip: Body = {
  contentType: 'application/zip',
  bytes: packZip(Array.from({ length: batchFiles }, (_, index) => ({ name: `${index}.png`, bytes: specimen }))),
};

/**
 * Where the watch does not refuse everything beforehand. By name, in the order in which they run.
 */
export const stagesWithoutWatch: Readonly<Record<string, FillStage>> = {
  'before uploads': async ({ disk, service, ledger, note }) => {
    disk.fill();
    const statuses: number[] = [];
    for (let upload = 0; upload < uploads; upload++) statuses.push(await ledger.upload(service));
    statuses.push(await ledger.upload(service, batchFiles), (await service.send('POST', '/api/v2/batches', zip)).status);
    note('uploads: 507 or acknowledged', statuses.every(isFair), count(statuses));
  },
  'before other writes': async ({ disk, service, note }) => {
    const url = json({ url: 'http://127.0.0.1:9/hook' });
    const made: string[] = [];
    for (let webhook = 0; webhook < webhooks; webhook++)
      made.push(/"id":"([^"]+)"/.exec((await service.send('POST', '/api/v2/webhooks', url)).text)?.[1] as string);
    disk.fill();
    const deleted: number[] = [];
    for (const id of made.slice(1)) {
      disk.fill();
      deleted.push((await service.send('DELETE', `/api/v2/webhooks/${id}`)).status);
    }
    note(
      'every webhook can be deleted',
      deleted.every((status) => status === 204),
      count(deleted),
    );
    const statuses: number[] = [];
    for (let time = 0; time < webhooks; time++) statuses.push((await service.send('PATCH', `/api/v2/webhooks/${made[0]}`, url)).status);
    for (let webhook = 0; webhook < webhooks; webhook++) statuses.push((await service.send('POST', '/api/v2/webhooks', url)).status);
    note('webhooks: 507 or done', statuses.every(isFair), count(statuses));
    const complaint = await service.makeToken();
    note('a token: made, or a sentence about room', complaint === undefined || /no space left on the disk/.test(complaint), complaint);
  },
  'within a batch': async ({ disk, service, ledger, note }) => {
    disk.fill((batchFiles * specimen.length) / 2);
    const statuses = [await ledger.upload(service, batchFiles), (await service.send('POST', '/api/v2/batches', zip)).status];
    note('form and archive: 507 or acknowledged', statuses.every(isFair), count(statuses));
    disk.fill();
  },
  'while reading': async ({ disk, service, ledger, note }) => {
    note('acknowledged before', (await ledger.upload(service, batchFiles)) === 202);
    disk.fill();
    await setTimeout(4000);
  },
  'while deleting': async ({ disk, service, ledger, note }) => {
    for (let upload = 0; upload < deletions; upload++) await ledger.upload(service);
    const statuses: number[] = [];
    for (let deletion = 0; deletion < deletions; deletion++) {
      // What a deletion gives back somebody else takes.
      disk.fill();
      for (let upload = 0; upload < 3; upload++) await ledger.upload(service);
      statuses.push(await ledger.deleteLast(service));
    }
    note(
      'every scan can be deleted',
      statuses.every((status) => status === 204),
      count(statuses),
    );
  },
  'when the service is killed': async ({ disk, service, ledger, note }) => {
    note('acknowledged before', (await ledger.upload(service, batchFiles)) === 202);
    disk.fill();
    service.killService();
    await setTimeout(killedSeconds * 1000);
    note('the supervisor has not given it up', service.isAlive());
  },
};

const { 'before uploads': beforeUploads, 'while reading': whileReading } = stagesWithoutWatch;

/** Where the watch refuses uploads before anything fails. */
export const stagesWithWatch: typeof stagesWithoutWatch = {
  'before uploads': beforeUploads,
  'while reading': whileReading,
} as typeof stagesWithoutWatch;

function isFair(status: number): boolean {
  return status === 507 || (status >= 200 && status < 300);
}

function count(statuses: readonly number[]): string {
  return [...new Set(statuses)].map((status) => `${statuses.filter((other) => other === status).length} x ${status}`).join(', ');
}
