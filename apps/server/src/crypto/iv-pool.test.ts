import { expect, test } from 'vitest';
import { writeIv } from './iv-pool.ts';

test('no IV is given out twice, also when the pool is drawn anew, and nothing beside its place is touched', () => {
  const seen = new Set<string>();
  for (let count = 0; count < 2000; count += 1) {
    const bytes = Buffer.alloc(16, 0xff);
    writeIv(bytes, 2);
    seen.add(bytes.toString('hex', 2, 14));
    expect([bytes.toString('hex', 0, 2), bytes.toString('hex', 14)]).toEqual(['ffff', 'ffff']);
  }
  expect(seen.size).toBe(2000);
});
