import type { Logger } from 'pino';
import type { Database } from '../../database/database.ts';
import { runOneAtATime } from '../../webhooks/delivery/run-one-at-a-time.ts';
import { tokensChannel } from '../tokens-channel.ts';
import { disableExpiredWebhooks } from './disable-expired-webhooks.ts';
import { type HeldTokens, holdTokens } from './hold-tokens.ts';
import { loadTokens } from './known-tokens.ts';
import { openUseRecorder } from './open-use-recorder.ts';

/** The tokens that may be used now, in memory. */
export type TokenRegistry = Pick<HeldTokens, 'find' | 'isActive' | 'countOwners' | 'onRevoked'> & {
  /** Notes that a token was used now. */
  readonly recordUse: (tokenId: string) => void;
  /** Writes down what was noted. */
  readonly flushUses: () => Promise<void>;
  /** Reads the tokens again. What was committed before the call holds when this resolves. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type TokenRegistryDatabase = Pick<Database, 'sql' | 'relaxed' | 'listen' | 'now'>;

/** After the database failed. */
const retryMs = 1000;

/**
 * Loads the tokens, and loads them again whenever the database tells that they have changed, so
 * that no request has to ask the database who sends it. When a token expires is told by the clock,
 * whether the database answers or not.
 *
 * A token is found by its SHA-256: how long that takes says nothing about how much of a guess is
 * right.
 */
export async function openTokenRegistry(database: TokenRegistryDatabase, logger: Pick<Logger, 'error' | 'warn'>): Promise<TokenRegistry> {
  const { sql, now } = database;
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;
  const uses = openUseRecorder(database, logger);
  const reload = runOneAtATime(async () => {
    clearTimeout(retry);
    if (isClosed) return;
    try {
      held.replace(await loadTokens(sql, now()));
      await disableExpiredWebhooks(sql, now());
    } catch (error) {
      logger.error({ err: error }, 'tokens could not be read');
      retry = setTimeout(reload, retryMs).unref();
    }
  });
  const held = holdTokens(now, () => void reload());
  held.replace(await loadTokens(sql, now()));
  const unlisten = await database.listen(tokensChannel, reload);
  // What changed between the first look and the start of listening.
  await reload();
  return {
    ...held,
    recordUse: uses.record,
    flushUses: uses.flush,
    reload,
    close: async () => {
      isClosed = true;
      held.close();
      clearTimeout(retry);
      await unlisten();
      await reload();
      await uses.close();
    },
  };
}
