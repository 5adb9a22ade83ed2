import { sql as rawSql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import { runTemplate } from './statement-template.ts';

const opened = useTestDatabase();

type Sum = { readonly total: number };

test('a statement is made once, and has the values of each use', async () => {
  let made = 0;
  const add = async (subject: object, values: { first: number; second?: number }) => {
    const [row] = await runTemplate(opened.database.sql, subject, values, ({ first, second = 100 }) => {
      made += 1;
      return rawSql<Sum>`select cast(${first} as integer) + cast(${second} as integer) as total`;
    });
    return row?.total;
  };
  const subject = {};
  expect([await add(subject, { first: 1, second: 2 }), await add(subject, { first: 3, second: 4 }), made]).toEqual([3, 7, 1]);
  // With other values it is another statement, and so it is for another subject.
  expect([await add(subject, { first: 5 }), await add(subject, { first: 6 }), made]).toEqual([105, 106, 2]);
  expect([await add({}, { first: 7 }), made]).toEqual([107, 3]);
});
