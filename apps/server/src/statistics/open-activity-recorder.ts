import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { inPowersOfTwo } from '../database/powers-of-two.ts';

/** Counts what the service does. */
export type ActivityRecorder = {
  /** Counts each name once, in memory. */
  readonly record: (names: readonly string[], now: Date) => void;
  /** Adds what was counted to the database. What cannot be added stays for the next time. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Between two writes: what a crash may lose. */
const flushMs = 10_000;
/** Kept in memory while the database takes nothing; what comes then is not counted. */
const maxEntries = 10_000;

const lengths = { minute: 60_000, hour: 3_600_000 } as const;
type Resolution = keyof typeof lengths;
type Entry = { readonly resolution: Resolution; readonly period_start: Date; readonly name: string; count: number };

/** Starts to count, and writes every ten seconds what was counted. */
export function openActivityRecorder({ relaxed }: Pick<Database, 'relaxed'>, logger: Pick<Logger, 'warn'>): ActivityRecorder {
  let entries = new Map<string, Entry>();
  const add = (name: string, resolution: Resolution, start: number, count: number) => {
    const key = `${resolution} ${start} ${name}`;
    const known = entries.get(key);
    if (known) known.count += count;
    else if (entries.size < maxEntries) entries.set(key, { resolution, period_start: new Date(start), name, count });
  };
  const flush = async () => {
    const taken = [...entries.values()];
    entries = new Map();
    if (taken.length === 0) return;
    try {
      await writeCounts(relaxed, taken);
    } catch (error) {
      for (const { name, resolution, period_start, count } of taken) add(name, resolution, period_start.getTime(), count);
      logger.warn({ err: error }, 'counts could not be written');
    }
  };
  const timer = setInterval(() => void flush(), flushMs).unref();
  return {
    record: (names, now) => {
      for (const name of names)
        for (const resolution of Object.keys(lengths) as Resolution[])
          add(name, resolution, now.getTime() - (now.getTime() % lengths[resolution]), 1);
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

/** Rows of one statement. */
const maxRows = 64;

async function writeCounts(sql: Database['relaxed'], entries: readonly Entry[]): Promise<void> {
  await sql.transaction().execute(async (transaction) => {
    for (const part of inPowersOfTwo(entries, maxRows)) {
      await transaction
        .insertInto('activity_counts')
        .values(part)
        .onConflict((conflict) =>
          conflict
            .columns(['resolution', 'period_start', 'name'])
            .doUpdateSet((set) => ({ count: set('activity_counts.count', '+', set.ref('excluded.count')) })),
        )
        .execute();
    }
  });
}
