import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { readParameters } from './read-parameters.ts';

const schema = Type.Object({
  id: Type.Integer(),
  share: Type.Optional(Type.Number()),
  all: Type.Optional(Type.Boolean()),
  reference: Type.Optional(Type.String()),
});

test('texts become what the schema asks for', () => {
  const texts = { id: '458', share: '-0.5', all: 'false', reference: '12', other: '7' };
  expect(readParameters(schema, texts)).toEqual({ id: 458, share: -0.5, all: false, reference: '12', other: '7' });
});

test.each(['true', '0.5', '1e3', '0x10', '007', ' 1', '1 ', '', '+1', '9'.repeat(16)])('"%s" is no whole number and stays a text', (id) => {
  expect(readParameters(schema, { id })).toEqual({ id });
});

test('a parameter that is given twice stays a list', () => {
  expect(readParameters(schema, { id: ['1', '2'] })).toEqual({ id: ['1', '2'] });
});
