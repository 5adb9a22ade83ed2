import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collectGarbageWhenIdle } from './collect-garbage-when-idle.ts';

const mebibyte = 1024 * 1024;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A process that holds so much, and works so much of the time. */
function watch() {
  const state = { held: 50 * mebibyte, utilization: 0, collections: 0 };
  const stop = collectGarbageWhenIdle({
    collect: () => {
      state.collections += 1;
      state.held = 55 * mebibyte;
      return Promise.resolve();
    },
    heldBytes: () => state.held,
    eventLoopUtilization: () => ({ utilization: state.utilization, idle: 0, active: 0 }),
  });
  const look = async (): Promise<number> => {
    await vi.advanceTimersByTimeAsync(5000);
    return state.collections;
  };
  return { state, look, stop };
}

test('what a burst has left is collected once the service rests, and not again', async () => {
  const { state, look } = watch();
  const seen = [await look()];
  Object.assign(state, { held: 200 * mebibyte, utilization: 0.5 });
  seen.push(await look());
  state.utilization = 0;
  seen.push(await look(), await look());
  expect(seen).toEqual([0, 0, 1, 1]);
});

test('a little garbage is left alone, counted from the least that was held', async () => {
  const { state, look } = watch();
  state.held = 75 * mebibyte;
  const seen = [await look()];
  state.held = 30 * mebibyte;
  seen.push(await look());
  state.held = 63 * mebibyte;
  seen.push(await look());
  expect(seen).toEqual([0, 0, 1]);
});

test('it can be ended', async () => {
  const { state, look, stop } = watch();
  state.held = 200 * mebibyte;
  stop();
  expect(await look()).toBe(0);
});
