import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { runOneAtATime } from '../webhooks/delivery/run-one-at-a-time.ts';
import type { Caller } from './caller.ts';
import { splitScopes } from './token-scopes.ts';
import { tokensChannel } from './tokens-channel.ts';

/** The tokens that may be used now, in memory. */
export type TokenRegistry = {
  /**
   * Returns who has the token with this hash (see `hashToken`); undefined for an unknown or revoked
   * one.
   */
  readonly find: (hash: string) => Caller | undefined;
  /** Tells whether an owner has a token that may be used. */
  readonly isActive: (ownerId: string) => boolean;
  /** How many owners have one. */
  readonly countOwners: () => number;
  /** Calls `callback` once, when the token is revoked. Returns how to take that back. */
  readonly onRevoked: (tokenId: string, callback: () => void) => () => void;
  /** Reads the tokens again. What was committed before the call holds when this resolves. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** After the database failed. */
const retryMs = 1000;

/**
 * Loads the tokens, and loads them again whenever the database tells that they have changed, so
 * that no request has to ask the database who sends it.
 *
 * A token is found by its SHA-256: how long that takes says nothing about how much of a guess is
 * right.
 */
export async function openTokenRegistry(database: Pick<Database, 'sql' | 'listen'>, logger: Pick<Logger, 'error'>): Promise<TokenRegistry> {
  let callers = await loadCallers(database);
  let owners = ownersOf(callers);
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;
  const callbacks = new Map<string, Set<() => void>>();
  const reload = runOneAtATime(async () => {
    clearTimeout(retry);
    if (isClosed) return;
    try {
      const before = callers;
      callers = await loadCallers(database);
      owners = ownersOf(callers);
      for (const [hash, { tokenId }] of before) if (!callers.has(hash)) callAll(callbacks, tokenId);
    } catch (error) {
      logger.error({ err: error }, 'tokens could not be read');
      retry = setTimeout(reload, retryMs).unref();
    }
  });
  const unlisten = await database.listen(tokensChannel, reload);
  // What changed between the first look and the start of listening.
  await reload();
  return {
    find: (hash) => callers.get(hash),
    isActive: (ownerId) => owners.has(ownerId),
    countOwners: () => owners.size,
    onRevoked: (tokenId, callback) => {
      const known = callbacks.get(tokenId) ?? new Set();
      callbacks.set(tokenId, known.add(callback));
      return () => {
        known.delete(callback);
        if (known.size === 0 && callbacks.get(tokenId) === known) callbacks.delete(tokenId);
      };
    },
    reload,
    close: async () => {
      isClosed = true;
      clearTimeout(retry);
      await unlisten();
      await reload();
    },
  };
}

async function loadCallers({ sql }: Pick<Database, 'sql'>): Promise<ReadonlyMap<string, Caller>> {
  const rows = await sql.selectFrom('tokens').select(['id', 'owner_id', 'hash', 'scopes']).where('revoked_at', 'is', null).execute();
  return new Map(rows.map(({ id, owner_id, hash, scopes }) => [hash, { tokenId: id, ownerId: owner_id, scopes: splitScopes(scopes) }]));
}

function ownersOf(callers: ReadonlyMap<string, Caller>): ReadonlySet<string> {
  return new Set(Array.from(callers.values(), ({ ownerId }) => ownerId));
}

function callAll(callbacks: Map<string, Set<() => void>>, tokenId: string): void {
  const called = callbacks.get(tokenId) ?? [];
  callbacks.delete(tokenId);
  for (const callback of called) callback();
}
