import { expect, test } from 'vitest';
import { StatementCache } from './statement-cache.ts';

/** A cache of 1,000 characters, and what it compiles. */
function openCache() {
  const compiled: string[] = [];
  const compile = (sql: string) => {
    compiled.push(sql);
    return { run: () => ({ rows: [] }) };
  };
  return { cache: new StatementCache(compile, 1000), compiled };
}

const text = (name: string, length: number) => name.padEnd(length, '.');

test('a statement is compiled once', () => {
  const { cache, compiled } = openCache();
  expect(cache.prepare('select 1')).toBe(cache.prepare('select 1'));
  expect(compiled).toEqual(['select 1']);
});

test('however many texts come, no more characters than it may have are kept: those that were used last', () => {
  const { cache, compiled } = openCache();
  for (let index = 0; index < 500; index += 1) {
    cache.prepare(text('often', 100));
    cache.prepare(text(`once ${index}`, 100));
  }
  expect(compiled.length).toBe(501);
  for (let index = 499; index > 490; index -= 1) cache.prepare(text(`once ${index}`, 100));
  expect(compiled.length).toBe(501);
  cache.prepare(text('once 490', 100));
  expect(compiled.length).toBe(502);
});

test('a text that would take the place of many is not kept, and drives none out', () => {
  const { cache, compiled } = openCache();
  cache.prepare('select 1');
  for (let index = 0; index < 20; index += 1) cache.prepare(text('long', 101));
  cache.prepare('select 1');
  expect(compiled.length).toBe(21);
});
