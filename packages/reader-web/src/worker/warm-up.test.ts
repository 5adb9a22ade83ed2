import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWarmUp } from './warm-up.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const frame = () => ({ close: vi.fn() });

test('a frame is read while no task is there, and closed', async () => {
  const drawn = frame();
  const read = vi.fn(async () => 'anything');
  createWarmUp(() => drawn).start(read);
  expect(read).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  expect(read).toHaveBeenCalledExactlyOnceWith(drawn, expect.any(AbortSignal));
  expect(drawn.close).toHaveBeenCalledOnce();
});

test('a task that comes at once finds the reader free', async () => {
  const read = vi.fn(async () => 'anything');
  const warmUp = createWarmUp(frame);
  warmUp.start(read);
  await warmUp.stop();
  await vi.runAllTimersAsync();
  expect(read).not.toHaveBeenCalled();
});

test('a later task stops it, and waits until it has let go', async () => {
  const order: string[] = [];
  const warmUp = createWarmUp(frame);
  warmUp.start(async (_, signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    order.push('let go');
    throw signal.reason;
  });
  await vi.runAllTimersAsync();
  await warmUp.stop();
  order.push('task');
  expect(order).toEqual(['let go', 'task']);
});

test('nothing is read where nothing can be drawn', async () => {
  const read = vi.fn(async () => 'anything');
  const warmUp = createWarmUp(() => undefined);
  warmUp.start(read);
  await vi.runAllTimersAsync();
  await warmUp.stop();
  expect(read).not.toHaveBeenCalled();
});
