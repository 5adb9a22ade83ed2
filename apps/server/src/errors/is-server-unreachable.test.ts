import { expect, test } from 'vitest';
import { isServerUnreachable } from './is-server-unreachable.ts';

const make = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  make('connect ECONNREFUSED 10.0.0.1:5432', { code: 'ECONNREFUSED' }),
  make('terminating connection due to administrator command', { code: '57P01' }),
  make('the database system is starting up', { code: '57P03' }),
  make('canceling statement due to statement timeout', { code: '57014' }),
  make('terminating connection due to idle-in-transaction timeout', { code: '25P03' }),
  make('cannot execute INSERT in a read-only transaction', { code: '25006' }),
  make('connection failure', { code: '08006' }),
  make('Connection terminated unexpectedly'),
  make('timeout exceeded when trying to connect'),
  make('Query read timeout'),
  make('no answer', { name: 'TimeoutError', $metadata: { attempts: 3 } }),
  make('slow down', { name: 'SlowDown', $metadata: { httpStatusCode: 503 } }),
])('%s: the server cannot be reached', (error) => {
  expect(isServerUnreachable(error)).toBe(true);
});

test.each([
  make('duplicate key value violates unique constraint', { code: '23505' }),
  make('relation "scans" does not exist', { code: '42P01' }),
  make('access denied', { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }),
  make('no such file', { code: 'ENOENT' }),
  make('the signal timed out', { name: 'TimeoutError' }),
  'ECONNREFUSED',
  undefined,
])('%s: a fault of another kind', (error) => {
  expect(isServerUnreachable(error)).toBe(false);
});
