import { expect, test, vi } from 'vitest';
import { openServerClock } from './server-clock.ts';

test('the time is the server’s, also after the clock of this machine was set', async () => {
  const serverMs = Date.parse('2030-01-01T00:00:00Z');
  const clock = await openServerClock(() => Promise.resolve(serverMs));
  vi.spyOn(Date, 'now').mockReturnValue(0);
  try {
    const aheadMs = clock.now().getTime() - serverMs;
    expect(aheadMs).toBeGreaterThanOrEqual(0);
    expect(aheadMs).toBeLessThan(1000);
  } finally {
    vi.restoreAllMocks();
    clock.close();
  }
});
