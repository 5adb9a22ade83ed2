import { expect, test } from 'vitest';
import { mayBeStored } from './may-be-stored.ts';

const withCode = (code: string) => Object.assign(new Error('of the server'), { code });

test.each([
  withCode('ECONNRESET'),
  withCode('EPIPE'),
  withCode('08006'),
  withCode('57P01'),
  new Error('Connection terminated unexpectedly'),
  new Error('Query read timeout'),
])('after %s nobody knows', (error) => {
  expect(mayBeStored(error)).toBe(true);
});

test.each([
  withCode('ECONNREFUSED'),
  withCode('57P03'),
  withCode('57014'),
  withCode('23505'),
  new Error('timeout exceeded when trying to connect'),
  new Error('refused'),
  undefined,
])('after %s it is not', (error) => {
  expect(mayBeStored(error)).toBe(false);
});
