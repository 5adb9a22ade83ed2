import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { auditLogOf } from './audit-log.ts';
import { chainAuditEvents } from './chain-audit-events.ts';
import { deleteOldAuditEvents } from './delete-old-audit-events.ts';
import { recordAuditEvents } from './record-audit-event.ts';
import { verifyAuditChain } from './verify-audit-chain.ts';

const key = randomBytes(32);
const now = new Date('2026-11-23T12:00:00Z');

const opened = useTestDatabase();
beforeEach(() => opened.database.sql.deleteFrom('audit_events').execute());

const database = () => opened.database.sql;
const record = (subject: number, at = now) =>
  recordAuditEvents(database(), [{ actor: { token: 'desk' }, action: 'scan.created', subject }], at);
const link = () => chainAuditEvents(opened.database, key);
const verify = () => verifyAuditChain(database(), key);
/** Changes what the database lets nobody change, as whoever owns its files can. */
async function tamper(change: () => Promise<unknown>): Promise<void> {
  if (opened.database.engine === 'postgres') await sql`alter table audit_events disable trigger audit_events_fixed`.execute(database());
  else await sql`drop trigger audit_events_fixed`.execute(database());
  await change();
  if (opened.database.engine === 'postgres') await sql`alter table audit_events enable trigger audit_events_fixed`.execute(database());
  else
    await sql`create trigger audit_events_fixed before update on audit_events when old.position is not null
      begin select raise(abort, 'audit events are append-only'); end`.execute(database());
}

test('events are linked in their order, once, and the whole chain verifies', async () => {
  for (let scan = 1; scan <= 3; scan += 1) await record(scan);
  expect(await verify()).toEqual({ verified: 0, unlinked: 3, head: null, broken: null });
  const head = await link();
  await record(4);
  await link();
  expect(await link()).toMatchObject({ position: 4 });
  expect(await verify()).toEqual({ verified: 4, unlinked: 0, head: await link(), broken: null });
  const events = await auditLogOf(opened.database, key).read(2);
  expect(events.map(({ position, at, actor, action, subject }) => [position, at, actor, action, subject])).toEqual([
    [3, now.toISOString(), 'token desk', 'scan.created', '3'],
    [4, now.toISOString(), 'token desk', 'scan.created', '4'],
  ]);
  expect(events[1]!.previous_hash).toBe(head!.hash);
});

test('more events than a page are linked in one call', async () => {
  const many = Array.from({ length: 1203 }, (_, subject) => ({ actor: 'service', action: 'scan.expired', subject }) as const);
  await recordAuditEvents(database(), many, now);
  expect(await link()).toMatchObject({ position: 1203 });
  expect(await verify()).toMatchObject({ verified: 1203, broken: null });
});

test('several that link at the same time make one chain', async () => {
  for (let scan = 1; scan <= 20; scan += 1) await record(scan);
  await Promise.all([link(), link(), link()]);
  expect(await verify()).toMatchObject({ verified: 20, unlinked: 0, broken: null });
});

test('the database itself refuses to change an event that is linked', async () => {
  await record(1);
  await link();
  const change = database().updateTable('audit_events').set({ hash: 'x' }).execute();
  await expect(change).rejects.toThrow('audit events are append-only');
});

test.each<[string, () => Promise<unknown>, object]>([
  ['altered', () => sql`update audit_events set subject = '9' where position = 2`.execute(database()), { position: 2, reason: 'altered' }],
  [
    'attributed to another',
    () => sql`update audit_events set actor = 'operator' where position = 3`.execute(database()),
    { position: 3, reason: 'altered' },
  ],
  ['taken out', () => sql`delete from audit_events where position = 2`.execute(database()), { position: 2, reason: 'missing' }],
  [
    'swapped with its neighbour',
    async () => {
      await sql`update audit_events set position = 99 where position = 2`.execute(database());
      await sql`update audit_events set position = 2 where position = 3`.execute(database());
      await sql`update audit_events set position = 3 where position = 99`.execute(database());
    },
    { position: 2, reason: 'altered' },
  ],
])('an event that was %s breaks the chain', async (_what, change, broken) => {
  for (let scan = 1; scan <= 4; scan += 1) await record(scan);
  await link();
  await tamper(change);
  expect(await verify()).toMatchObject({ broken });
});

test('a chain that was made anew without the key does not verify', async () => {
  await record(1);
  await chainAuditEvents(opened.database, randomBytes(32));
  expect(await verify()).toMatchObject({ verified: 0, broken: { position: 1, reason: 'altered' } });
});

test('a chain that was cut short is noticed by whoever noted its end', async () => {
  for (let scan = 1; scan <= 3; scan += 1) await record(scan);
  const head = await link();
  const log = auditLogOf(opened.database, key);
  expect(await log.verify(head)).toMatchObject({ verified: 3, broken: null });
  await sql`delete from audit_events where position = 3`.execute(database());
  expect(await verify()).toMatchObject({ verified: 2, broken: null });
  expect(await log.verify(head)).toMatchObject({ broken: { position: 3, reason: 'missing' } });
  // Another event in its place is not the one that was.
  await record(7);
  expect(await log.verify(head)).toMatchObject({ broken: { position: 3, reason: 'altered' } });
});

test('old events go from the front, and the rest verifies', async () => {
  const old = new Date(now.getTime() - 1000);
  await record(1, old);
  await record(2, old);
  await record(3);
  // Written late, as by another process: it stays behind the younger one.
  await record(4, old);
  await link();
  await record(5, old);
  expect(await deleteOldAuditEvents(database(), now)).toBe(2);
  expect(await verify()).toMatchObject({ verified: 2, unlinked: 1, head: { position: 4 }, broken: null });
});
