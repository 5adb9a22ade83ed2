import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Scan } from '../scan.ts';
import { FinishedScans } from './finished-scans.ts';

const scan = { id: 7, status: 'completed' } as Scan;
const toScan = () => scan;
const inVain = () => expect.unreachable('nobody waits for it');

test('who waits in this process gets the scan that ends in it, once it is stored', async () => {
  const finished = new FinishedScans();
  const [wait, another, elsewhere] = [finished.wait(7), finished.wait(7), finished.wait(8)];
  const stored = Promise.withResolvers<object | undefined>();
  finished.write(7, stored.promise, toScan);
  let isTold = false;
  const told = wait.ended.then(() => {
    isTold = true;
  });
  await setImmediate();
  expect(isTold).toBe(false);
  stored.resolve({});
  await told;
  expect(await Promise.all([wait.ended, wait.current(), another.current()])).toEqual([scan, scan, scan]);
  expect(await elsewhere.current()).toBeUndefined();
});

test('what was not stored is not told, and can be stored later', async () => {
  const finished = new FinishedScans();
  const wait = finished.wait(7);
  expect(await wait.current()).toBeUndefined();
  finished.write(7, Promise.resolve(undefined), inVain);
  expect(await wait.current()).toBeUndefined();
  finished.write(7, Promise.reject(new Error('no room')), inVain);
  expect(await wait.current()).toBeUndefined();
  finished.write(7, Promise.resolve({}), toScan);
  expect(await wait.ended).toBe(scan);
});

test('nothing is kept for those who have left, nor made for nobody', async () => {
  const finished = new FinishedScans();
  const [wait, another] = [finished.wait(7), finished.wait(7)];
  wait.stop();
  finished.write(7, Promise.resolve({}), toScan);
  expect(await another.current()).toBe(scan);
  another.stop();
  finished.write(7, Promise.resolve({}), inVain);
  const late = finished.wait(7);
  expect(await late.current()).toBeUndefined();
  late.stop();
});
