import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { isOwnRow } from './own-row.ts';

const opened = useTestDatabase();

const plans = [
  ['scans', 1, /^SEARCH scans USING (COVERING )?INDEX scans_of_owner \(owner_id=\? AND id>\? AND id<\?\)$/],
  ['batches', 1, /^SEARCH batches USING (COVERING )?INDEX batches_of_owner \(owner_id=\? AND id>\? AND id<\?\)$/],
  [
    'webhooks',
    '0b0f6d3e-8f6a-4c55-9d5c-0c6f1a2b3c4d',
    /^SEARCH webhooks USING (COVERING )?INDEX webhooks_of_owner \(owner_id=\? AND id>\? AND id<\?\)$/,
  ],
] as const;

// A server chooses by how its tables are filled.
test.runIf(inject('postgresUrl') === undefined).each(plans)("of %s no row of anybody else's is read", async (table, id, plan) => {
  const condition = isOwnRow('owner', id);
  const query = sql<{ detail: string }>`explain query plan select * from ${sql.table(table)} where ${condition}`;
  expect((await query.execute(opened.database.sql)).rows.map(({ detail }) => detail)).toEqual([expect.stringMatching(plan)]);
});
