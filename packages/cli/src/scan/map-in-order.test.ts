import { expect, test } from 'vitest';
import { mapInOrder } from './map-in-order.ts';

test('keeps the order and the limit, whoever is done first', async () => {
  const gates = [0, 1, 2, 3, 4].map(() => Promise.withResolvers<void>());
  const log: string[] = [];
  let running = 0;
  const results = mapInOrder([0, 1, 2, 3, 4], 2, async (item) => {
    log.push(`start ${item}, ${++running} running`);
    await gates[item]?.promise;
    running--;
    return item * 10;
  });
  for (const item of [1, 0, 3, 2, 4]) gates[item]?.resolve();
  const collected: number[] = [];
  for await (const result of results) collected.push(result);
  expect(collected).toEqual([0, 10, 20, 30, 40]);
  expect(log.every((line) => /[12] running$/.test(line))).toBe(true);
});

test('starts nothing more after a failure, which comes when its turn comes', async () => {
  const started: number[] = [];
  const results = mapInOrder([0, 1, 2, 3, 4], 2, (item) => {
    started.push(item);
    return item === 1 ? Promise.reject(new Error('one')) : Promise.resolve(item);
  });
  const collected: number[] = [];
  const failure = (async () => {
    for await (const result of results) collected.push(result);
  })();
  await expect(failure).rejects.toThrow('one');
  expect({ collected, started }).toEqual({ collected: [0], started: [0, 1, 2] });
});
