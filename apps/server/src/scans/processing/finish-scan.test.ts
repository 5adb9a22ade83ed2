import { beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { specimenReading } from '../../../test/specimen-reading.ts';
import { submitDeps } from '../../../test/submit-deps.ts';
import { testKeys } from '../../../test/test-keys.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { submitScan } from '../submission/submit-scan.ts';
import { type Claim, claimScan } from './claim-scan.ts';
import { finishScan } from './finish-scan.ts';
import { type AwaitingReader, FinishedScans } from './finished-scans.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';
const now = new Date('2026-11-23T12:00:00Z');
const opened = useTestDatabase();
beforeEach(async () => {
  for (const table of ['scans', 'audit_events'] as const) await opened.database.sql.deleteFrom(table).execute();
});

const onFinished = () => Promise.resolve();
const reader = (token: string): AwaitingReader => ({ actor: { token }, isRecorded: false });

async function submitAndClaim(): Promise<Claim> {
  const submission = { actor: 'operator', ownerId, bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png', now } as const;
  const { id } = await submitScan({ ...submitDeps(opened, openMemoryStore()), now: () => now, onFinished }, submission);
  return (await claimScan(opened.database, id))!;
}

function finish(claim: Claim, finished: FinishedScans): Promise<boolean> {
  const { sql, engine } = opened.database;
  const deps = { sql, engine, keys: testKeys.keys, onFinished, finished };
  return finishScan(deps, claim, { status: 'completed', reading: specimenReading() }, now);
}

const events = () =>
  opened.database.sql
    .selectFrom('audit_events')
    .select(['at', 'actor', 'subject'])
    .where('action', '=', 'scan.result_read')
    .orderBy('actor')
    .execute();

test('on a server the end of a scan records with it who waits for the result, elsewhere nobody', async () => {
  const finished = new FinishedScans();
  const claim = await submitAndClaim();
  const [first, second, gone] = [reader('a'), reader('b'), reader('c')];
  const waits = [finished.wait(claim.scanId, first), finished.wait(claim.scanId, second), finished.wait(claim.scanId)];
  finished.wait(claim.scanId, gone).stop();
  expect(await finish(claim, finished)).toBe(true);
  const isServer = opened.database.engine === 'postgres';
  expect([first, second, gone].map(({ isRecorded }) => isRecorded)).toEqual([isServer, isServer, false]);
  const about = { at: now, subject: String(claim.scanId) };
  expect(await events()).toEqual(isServer ? ['token a', 'token b'].map((actor) => ({ ...about, actor })) : []);
  for (const { current } of waits) expect(await current()).toMatchObject({ id: claim.scanId, status: 'completed' });
});

test('an end that is not written records nobody', async () => {
  const finished = new FinishedScans();
  const late = await submitAndClaim();
  await claimScan(opened.database, late.scanId);
  const waiting = reader('a');
  finished.wait(late.scanId, waiting);
  expect(await finish(late, finished)).toBe(false);
  expect([waiting.isRecorded, await events()]).toEqual([false, []]);
});

test('where a webhook is to be told as well, the request records its reading itself', async () => {
  const finished = new FinishedScans();
  const claim = await submitAndClaim();
  const waiting = reader('a');
  const wait = finished.wait(claim.scanId, waiting);
  expect(await finish({ ...claim, isAlone: false }, finished)).toBe(true);
  expect([waiting.isRecorded, await events(), (await wait.current())?.status]).toEqual([false, [], 'completed']);
});
