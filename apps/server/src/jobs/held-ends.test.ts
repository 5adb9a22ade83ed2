import { expect, test } from 'vitest';
import { endClause, HeldEnds } from './held-ends.ts';

const known = `
    WITH results AS (
      UPDATE pgboss.job SET state = 'completed', output = $3::jsonb
      WHERE name = $1 AND id = ANY($2::uuid[]) AND (id::text || ':' || retry_count::text) = ANY($4::text[])
      RETURNING id
    )
    SELECT COUNT(*), COALESCE(array_agg(id), '{}'::uuid[]) AS ids FROM results
  `;

test('only the statement that this code knows is taken apart', () => {
  expect(endClause(known)).toMatch(/^ended as \(\s*UPDATE pgboss\.job SET [^;]* RETURNING id\)$/);
  const others = [
    known.replace('WITH results', 'WITH ended'),
    known.replace('RETURNING id', 'RETURNING id, state'),
    known.replace('FROM results', 'FROM results, others'),
    known.replace('$4::text[]', '$5::text[]'),
    known.replace("'completed'", '$5'),
    known.replace('AND (id::text', "AND state = $1; UPDATE job SET state = 'failed' WHERE (id::text"),
    '',
  ];
  for (const text of others) expect(endClause(text), text).toBeUndefined();
});

/** After the first taking. */
async function openHeldEnds(): Promise<HeldEnds> {
  const held = new HeldEnds('read-scan');
  await held.sendWith(() => Promise.resolve());
  return held;
}

test('ends are sent once, and held on where that fails', async () => {
  const held = await openHeldEnds();
  expect(held.hold(['read-scan', ['a'], null, ['a:0']])).toEqual({ rows: [{ count: '1', ids: ['a'] }] });
  await expect(held.sendWith(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  held.hold(['read-scan', ['b'], null, ['b:1']]);
  const sent = await held.sendWith((values) => Promise.resolve(values));
  expect(sent).toEqual(['read-scan', ['a', 'b'], null, ['a:0', 'b:1']]);
  expect([held.isEmpty, await held.sendWith((values) => Promise.resolve(values))]).toEqual([true, ['read-scan', [], null, []]]);
});

test('ends of other queues and those with an output are left to pg-boss', async () => {
  const held = await openHeldEnds();
  expect([held.hold(['maintenance', ['a'], null, ['a:0']]), held.hold(['read-scan', ['a'], '{}', ['a:0']])]).toEqual([
    undefined,
    undefined,
  ]);
  expect(held.isEmpty).toBe(true);
});

test('where jobs are taken by another statement, no end is held', () => {
  expect(new HeldEnds('read-scan').hold(['read-scan', ['a'], null, ['a:0']])).toBeUndefined();
});
