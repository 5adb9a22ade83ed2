import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { StartupError } from '../errors/startup-error.ts';

/** The server notices that a process has ended, but not in the same moment. */
const maxWaitMs = 3000;
const retryMs = 100;

/**
 * Makes sure that no process of the service works on a PostgreSQL database. Each holds a session
 * all the time, by which it hears of changes. Sessions of other users, who may watch or back up the
 * server, do not count.
 *
 * @param application the `application_name` of the caller's own sessions
 * @throws StartupError `move.refused`
 */
export async function refuseOtherSessions(database: Kysely<Tables>, application: string): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from pg_stat_activity
      where datname = current_database() and usename = current_user and application_name <> ${application}`.execute(database);
    const count = rows[0]?.count ?? 0;
    if (count === 0) return;
    if (waitedMs >= maxWaitMs) {
      const sentence = `The PostgreSQL database is in use: its user has ${count} other sessions.`;
      throw new StartupError(
        'move.refused',
        `${sentence} Stop every process of OCR Web that uses it, and whatever else is connected as this user.`,
      );
    }
    await setTimeout(retryMs);
  }
}
