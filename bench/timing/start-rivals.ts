import { readFile, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { createClient } from '@ocr-web/api/client';
import { createToken } from '../harness/run-token-command.ts';
import { makeDataDirectory, spawnService } from '../harness/start-service.ts';

/** Ids of one kind of thing: some of somebody else's, and as many that nobody has. */
export type Ids = { readonly foreign: readonly string[]; readonly none: readonly string[]; readonly own: readonly string[] };

export type Rivals = {
  readonly url: string;
  readonly guestToken: string;
  readonly ownerToken: string;
  readonly scans: Ids;
  readonly batches: Ids;
  readonly webhooks: Ids;
  readonly close: () => Promise<void>;
};

/** Things of each kind that either owner has. */
const kept = 60;

const specimen = new URL('../../apps/server/assets/specimen-passport.png', import.meta.url);

/**
 * Starts a service in which two owners have as many scans, batches and webhooks, one after the
 * other. What nobody has are ids of things that were deleted between them, so that nothing but the
 * owner tells the two apart: they have as many digits and lie as near in the database.
 */
export async function startRivals(): Promise<Rivals> {
  const dataDirectory = await makeDataDirectory();
  const limits = { OCR_WEB_RATE_LIMIT: '0', OCR_WEB_WRONG_TOKENS_PER_MINUTE: '0', OCR_WEB_WEBHOOKS_PER_TOKEN: String(2 * kept) };
  const server = await spawnService(dataDirectory, 1, '', limits);
  const [owner, guest] = [await createToken(dataDirectory, 'owner'), await createToken(dataDirectory, 'guest')];
  const clientOf = (token: string) => createClient({ baseUrl: server.url, token });
  const clients = [clientOf(owner.token), clientOf(guest.token), clientOf(owner.token)] as const;
  const picture = new Blob([await readFile(specimen)]);
  const scans = await fill(kept, async (who) => (await clients[who].scans.create(picture, { reference: 'specimen', waitSeconds: 20 })).id);
  const batches = await fill(kept, async (who) => (await clients[who].batches.create([{ name: 'specimen.png', file: picture }])).id);
  // Nothing is to be read any more while times are taken.
  for (const who of [0, 1] as const)
    while ((await clients[who].batches.listPage()).data.some(({ finished_at }) => finished_at === null)) await setTimeout(100);
  for (const id of scans.none) await clients[2].scans.delete(Number(id));
  for (const id of batches.none) await clients[2].batches.delete(Number(id));
  const webhooks = await fill(kept, async (who) => (await clients[who].webhooks.create({ url: 'https://hotel.example/hook' })).id);
  for (const id of webhooks.none) await clients[2].webhooks.delete(id);
  return {
    url: server.url,
    guestToken: guest.token,
    ownerToken: owner.token,
    scans,
    batches,
    webhooks,
    close: async () => {
      await server.end('SIGTERM');
      await rm(dataDirectory, { recursive: true });
    },
  };
}

/** Makes things in turn: one of the owner's, one of the guest's, one that is to be deleted. */
async function fill(count: number, make: (who: 0 | 1 | 2) => Promise<number | string>): Promise<Ids> {
  const made: [string[], string[], string[]] = [[], [], []];
  for (let index = 0; index < count; index += 1) for (const who of [0, 1, 2] as const) made[who].push(String(await make(who)));
  return { foreign: made[0], own: made[1], none: made[2] };
}
