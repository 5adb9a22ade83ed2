import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { ensureFirstToken } from './ensure-first-token.ts';

const opened = useTestDatabase();

test('of many that start together, on several connections, one makes the token', async () => {
  const startTogether = (chosen?: string) => Promise.all(Array.from({ length: 8 }, () => ensureFirstToken(opened.database, chosen)));
  const made = await startTogether();
  expect(made.filter((token) => token !== undefined)).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
  expect(await startTogether('chosen')).toEqual(Array(8).fill(undefined));
  const rows = await opened.database.sql.selectFrom('tokens').select('name').orderBy('name').execute();
  expect(rows).toEqual([{ name: 'OCR_WEB_TOKEN' }, { name: 'first token' }]);
});
