import { expect, test } from 'vitest';
import { StatementNames } from './statement-names.ts';

const useThrice = (names: StatementNames, text: string) => [names.nameOf(text), names.nameOf(text), names.nameOf(text)];

test('a statement that comes again has a name from its third use on, each its own', () => {
  const names = new StatementNames();
  const first = 'select id from scans where id = $1';
  expect(useThrice(names, first)).toEqual([undefined, undefined, 'statement_1']);
  expect(useThrice(names, 'update scans set status = $1 returning id')).toEqual([undefined, undefined, 'statement_2']);
  expect(names.nameOf(first)).toBe('statement_1');
});

test.each([
  ['one without a plan', 'begin'],
  ['several at once', 'select 1; select 2'],
  ['all columns of a table', 'select * from "audit_events" where id = $1'],
  ['all columns of a named table', 'select "a".* from "audit_events" as a'],
  ['all columns of changed rows', 'update scans set status = $1 returning *'],
  ['a list of many values', `select id from scans where id in (${Array.from({ length: 2000 }, (_value, index) => `$${index + 1}`)})`],
])('%s never has one', (_, text) => {
  expect(useThrice(new StatementNames(), text)).toEqual([undefined, undefined, undefined]);
});

test.each(['select count(*) as taken from scans', 'with x as (select * from json_to_recordset($1::json) as x (id int)) select id from x'])(
  'what always has the same columns has one: %s',
  (text) => {
    expect(useThrice(new StatementNames(), text)[2]).toBe('statement_1');
  },
);

test('however many texts there are, no more than 128 have names, and those keep them', () => {
  const names = new StatementNames();
  const text = (index: number) => `select ${index}`;
  for (let index = 0; index < 5000; index += 1) useThrice(names, text(index));
  expect([names.nameOf(text(0)), names.nameOf(text(127)), names.nameOf(text(128))]).toEqual(['statement_1', 'statement_128', undefined]);
});
