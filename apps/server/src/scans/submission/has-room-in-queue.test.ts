import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/open-test-database.ts';
import { hasRoomInQueue, type QueuePlaces } from './has-room-in-queue.ts';

const ownerId = '00000000-0000-4000-8000-000000000001';

test('places are counted once in a while where most are free, and each time where they are not', async () => {
  const calls: string[] = [];
  const opened = await openTestDatabase({ observe: (name) => void calls.push(name) });
  const countOf = async (places: Partial<QueuePlaces>, times: number) => {
    calls.length = 0;
    const all = { of: 'single scans', limit: 1000, isAlone: () => true, ...places } as const;
    for (let time = 0; time < times; time += 1) expect(await hasRoomInQueue(opened.database.sql, all, ownerId)).toBe(true);
    return calls.filter((name) => name === 'select').length;
  };
  expect(await countOf({}, 20)).toBeLessThanOrEqual(3);
  expect(await countOf({ limit: 4 }, 5)).toBe(5);
  expect(await countOf({ of: 'batches' }, 5)).toBe(5);
  await opened.close();
}, 60_000);
