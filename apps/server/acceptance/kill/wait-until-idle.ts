import { setTimeout } from 'node:timers/promises';
import type { ApiCaller } from './api-caller.ts';

/** Waits until no scan is unfinished: also what was stored but never acknowledged is read. */
export async function waitUntilIdle(caller: ApiCaller): Promise<void> {
  for (const status of ['queued', 'processing']) {
    while ((JSON.parse((await caller.get(`/api/v2/scans?limit=1&status=${status}`)).text) as { data: unknown[] }).data.length > 0) {
      await setTimeout(50);
    }
  }
}
