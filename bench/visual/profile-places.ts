import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProfileRow, summariseProfile } from '../harness/summarise-profile.ts';

/**
 * Does some work in this process, and tells for how much processor time each folder of the project
 * ran: shares of a sampling profile of the time that the process was given.
 *
 * @returns milliseconds of a core by place, the most first
 */
export async function profilePlaces(work: () => Promise<void>): Promise<ProfileRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-web-profile-'));
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    const before = process.cpuUsage();
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    const { user, system } = process.cpuUsage(before);
    writeFileSync(join(folder, 'main.cpuprofile'), JSON.stringify(profile));
    return summariseProfile(folder).map((row) => ({ ...row, ms: (row.share * (user + system)) / 1000 }));
  } finally {
    session.disconnect();
    rmSync(folder, { recursive: true });
  }
}
