import { expect, test } from 'vitest';
import { splitJobInsert } from './job-clauses.ts';

const known = `
  WITH ins AS (INSERT INTO job (data) SELECT data FROM json_to_recordset($1::text::json) AS x (data jsonb) RETURNING id),
  told AS (SELECT pg_notify('jobs', 'read-scan') FROM ins LIMIT 1)
  SELECT id FROM ins WHERE (SELECT count(*) FROM told) >= 0
`;

test('only the statement that this code knows is taken apart', () => {
  expect(splitJobInsert(known)).toBeTypeOf('function');
  const others = [
    known.replace('SELECT id FROM ins', 'SELECT data FROM ins'),
    known.replace('WITH ins', 'WITH made'),
    known.replace('$1::text::json', '$1::json'),
    known.replace('LIMIT 1', 'LIMIT $2'),
    known.replace('json_to_recordset($1::text::json)', 'json_to_recordset($1::text::json, $1::text::json)'),
    known.replace('>= 0', '>= $2'),
    `${known}; select 1`,
    'INSERT INTO job (data) VALUES ($1::text::json)',
    '',
  ];
  for (const text of others) expect(splitJobInsert(text), text).toBeUndefined();
});
