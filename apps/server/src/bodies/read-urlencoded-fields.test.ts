import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createParseBudget } from './parse-budget.ts';
import { readUrlencodedFields } from './read-urlencoded-fields.ts';

const read = (text: string) =>
  Object.fromEntries([...readUrlencodedFields(Buffer.from(text))].map(([name, value]) => [name, String(value)]));

test('names and values, decoded; the first of a name', () => {
  expect(read('file=a%3D%26+b==&reference=%C3%A4&file=other&&alone&%66=')).toEqual({
    file: 'a=& b==',
    reference: 'ä',
    '': '',
    alone: '',
    f: '',
  });
});

test('no bytes are no fields', () => expect(read('')).toEqual({}));

test('any form of the platform gives its fields', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ maxLength: 10 }), fc.string(), { maxKeys: 10 }), (fields) => {
      expect(read(new URLSearchParams(fields).toString())).toEqual(fields);
    }),
  );
});

test.each([
  ['of nothing but marks', '&', /at most 20 fields/],
  ['of fields', 'a=&', /at most 20 fields/],
  ['of one name', '%41', /at most 200 bytes/],
])('a flood %s is refused', (_what, unit, message) => {
  expect(() => read(unit.repeat(100_000))).toThrow(
    expect.objectContaining({ code: 'body.malformed', message: expect.stringMatching(message) }),
  );
});

test('a form that takes longer than its budget is refused, by the clock that is given', () => {
  let now = 0;
  const slow = createParseBudget(() => (now += 600));
  expect(() => readUrlencodedFields(Buffer.from('a=b'), slow)).toThrow(expect.objectContaining({ code: 'body.malformed' }));
});
