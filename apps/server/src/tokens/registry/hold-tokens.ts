import type { Caller } from '../rights/caller.ts';
import { type KnownTokens, msToNextEnd, ownersOf, withoutExpired } from './known-tokens.ts';

/** Tokens in memory, which end by the clock. */
export type HeldTokens = {
  /**
   * Returns who has the token with this hash (see `hashToken`); undefined for an unknown, revoked
   * or expired one.
   */
  readonly find: (hash: string) => Caller | undefined;
  /** Tells whether an owner has a token that may be used. */
  readonly isActive: (ownerId: string) => boolean;
  /** How many owners have one. */
  readonly countOwners: () => number;
  /** Calls `callback` once, when the token is revoked or expires. Returns how to take that back. */
  readonly onRevoked: (tokenId: string, callback: () => void) => () => void;
  /** Holds these from now on; those that are missing were revoked or have expired. */
  readonly replace: (next: KnownTokens) => void;
  /** Looks at the clock no more. */
  readonly close: () => void;
};

/**
 * Holds no tokens at first.
 *
 * @param onExpired hears that some have expired
 */
export function holdTokens(now: () => Date, onExpired: () => void): HeldTokens {
  let tokens: KnownTokens = new Map();
  let owners = ownersOf(tokens);
  let expiry: NodeJS.Timeout | undefined;
  let isClosed = false;
  const callbacks = new Map<string, Set<() => void>>();
  const replace = (next: KnownTokens) => {
    const before = tokens;
    tokens = next;
    owners = ownersOf(next);
    for (const [hash, { caller }] of before) if (!next.has(hash)) callAll(callbacks, caller.tokenId);
    clearTimeout(expiry);
    const ms = msToNextEnd(next, now());
    if (ms !== undefined && !isClosed) expiry = setTimeout(expire, ms).unref();
  };
  const expire = () => {
    replace(withoutExpired(tokens, now()));
    onExpired();
  };
  return {
    find: (hash) => {
      const known = tokens.get(hash);
      return known && known.endsAt > now().getTime() ? known.caller : undefined;
    },
    isActive: (ownerId) => (owners.get(ownerId) ?? 0) > now().getTime(),
    countOwners: () => owners.size,
    onRevoked: (tokenId, callback) => {
      const known = callbacks.get(tokenId) ?? new Set();
      callbacks.set(tokenId, known.add(callback));
      return () => {
        known.delete(callback);
        if (known.size === 0 && callbacks.get(tokenId) === known) callbacks.delete(tokenId);
      };
    },
    replace,
    close: () => {
      isClosed = true;
      clearTimeout(expiry);
    },
  };
}

function callAll(callbacks: Map<string, Set<() => void>>, tokenId: string): void {
  const called = callbacks.get(tokenId) ?? [];
  callbacks.delete(tokenId);
  for (const callback of called) callback();
}
