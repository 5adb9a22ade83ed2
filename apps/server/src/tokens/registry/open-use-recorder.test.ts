import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/open-test-database.ts';
import { testKeys } from '../../../test/test-keys.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { tokensOf } from '../tokens.ts';
import { openUseRecorder } from './open-use-recorder.ts';

const opened = useTestDatabase();

test('uses are written by the minute, many tokens in one statement, and a minute once', async () => {
  const tokens = tokensOf(opened.database.sql, openMemoryStore(), testKeys.keys);
  const ids: string[] = [];
  for (const name of ['one', 'two', 'never']) ids.push((await tokens.create(name)).id);
  let now = new Date('2026-11-29T10:00:59.999Z');
  let statements = 0;
  const relaxed = opened.database.relaxed.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const uses = openUseRecorder({ relaxed, now: () => now }, opened.logger);
  const lastUses = async () => {
    const listed = await tokens.list();
    return ids.map((id) => listed.find((token) => token.id === id)?.last_used_at);
  };
  for (let time = 0; time < 1000; time += 1) uses.record(ids[time % 2]!);
  expect([await lastUses(), statements]).toEqual([[null, null, null], 0]);
  await uses.flush();
  uses.record(ids[0]!);
  await uses.flush();
  const ten = '2026-11-29T10:00:00.000Z';
  expect([await lastUses(), statements]).toEqual([[ten, ten, null], 1]);
  now = new Date('2026-11-29T10:01:00.000Z');
  uses.record(ids[1]!);
  await uses.close();
  expect([await lastUses(), statements]).toEqual([[ten, '2026-11-29T10:01:00.000Z', null], 2]);
});

test('what cannot be written is written the next time, and an older use does not undo a newer one', async () => {
  const tokens = tokensOf(opened.database.sql, openMemoryStore(), testKeys.keys);
  const { id } = await tokens.create('late');
  let isBroken = true;
  const relaxed = opened.database.relaxed.withPlugin({
    transformQuery: ({ node }) => {
      if (isBroken) throw new Error('The database is gone.');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const open = (time: string) => openUseRecorder({ relaxed, now: () => new Date(time) }, opened.logger);
  const uses = open('2026-11-29T10:05:00.000Z');
  uses.record(id);
  await uses.flush();
  isBroken = false;
  await uses.close();
  const behind = open('2026-11-29T10:04:00.000Z');
  behind.record(id);
  await behind.close();
  expect((await tokens.list()).find((listed) => listed.id === id)?.last_used_at).toBe('2026-11-29T10:05:00.000Z');
});
