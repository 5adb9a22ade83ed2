import type { Logger } from 'pino';
import type { Database } from '../../database/database.ts';
import { inPowersOfTwo } from '../../database/powers-of-two.ts';

/** Notes when tokens are used, to the minute. */
export type UseRecorder = {
  /** Notes in memory that a token was used now. */
  readonly record: (tokenId: string) => void;
  /** Writes down what was noted. What cannot be written stays for the next time. */
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const minuteMs = 60_000;
/** Rows that one statement changes. */
const maxRows = 256;

/**
 * Starts to note, and writes once a minute: one statement for up to 256 tokens of a minute, and
 * none for a token that was written in this minute. No request waits for it.
 */
export function openUseRecorder({ relaxed, now }: Pick<Database, 'relaxed' | 'now'>, logger: Pick<Logger, 'warn'>): UseRecorder {
  /** By token, the minute: as many as there are tokens. */
  let noted = new Map<string, number>();
  const written = new Map<string, number>();
  const note = (tokenId: string, minute: number) => {
    if (minute > (written.get(tokenId) ?? 0)) noted.set(tokenId, Math.max(minute, noted.get(tokenId) ?? 0));
  };
  const flush = async () => {
    const taken = noted;
    noted = new Map();
    if (taken.size === 0) return;
    for (const [tokenId, minute] of taken) written.set(tokenId, minute);
    try {
      await writeUses(relaxed, taken);
    } catch (error) {
      for (const [tokenId, minute] of taken) {
        written.delete(tokenId);
        note(tokenId, minute);
      }
      logger.warn({ err: error }, 'last uses of tokens could not be written');
    }
  };
  const timer = setInterval(() => void flush(), minuteMs).unref();
  return {
    record: (tokenId) => {
      const time = now().getTime();
      note(tokenId, time - (time % minuteMs));
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

async function writeUses(sql: Database['relaxed'], uses: ReadonlyMap<string, number>): Promise<void> {
  const byMinute = Map.groupBy(uses, ([, minute]) => minute);
  for (const [minute, entries] of byMinute) {
    const ids = entries.map(([tokenId]) => tokenId);
    for (const part of inPowersOfTwo(ids, maxRows)) {
      const at = new Date(minute);
      await sql
        .updateTable('tokens')
        .set({ last_used_at: at })
        .where('id', 'in', part)
        // Another process may have written a later one.
        .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<', at)]))
        .execute();
    }
  }
}
