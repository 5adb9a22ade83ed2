import type { Kysely } from 'kysely';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { type CreatedToken, type CreateTokenOptions, createToken } from './create-token.ts';
import { listTokens } from './list-tokens.ts';
import type { ListedToken } from './listed-token.ts';
import { type Purged, purgeAll, purgeSome } from './purge-token.ts';
import { revokeToken } from './revoke-token.ts';
import type { SomeTokenLimits } from './rights/token-limits.ts';
import { rotateToken, type TokenRotation } from './rotate-token.ts';
import { updateToken } from './update-token.ts';

export type NewToken = SomeTokenLimits & Pick<CreateTokenOptions, 'scopes' | 'expiresAt'>;

/** What an operator can do with tokens, with or without a running server. */
export type Tokens = {
  readonly create: (name: string, options?: NewToken) => Promise<CreatedToken>;
  readonly list: () => Promise<ListedToken[]>;
  /** Undefined when there is no token with this id. */
  readonly update: (id: string, limits: SomeTokenLimits) => Promise<ListedToken | undefined>;
  /** Undefined when there is no open token with this id. */
  readonly rotate: (id: string, rotation: TokenRotation) => Promise<CreatedToken | undefined>;
  /** False when there is no open token with this id. */
  readonly revoke: (id: string) => Promise<boolean>;
  /**
   * Revokes a token and deletes all that was made with it. Undefined when there never was a token
   * with this id.
   */
  readonly purge: (id: string) => Promise<Purged | undefined>;
};

/** The operations on an open database. */
export function tokensOf(sql: Kysely<Tables>, store: ObjectStore, keys: KeyRing, now: () => Date = () => new Date()): Tokens {
  return {
    create: (name, options) => createToken(sql, name, now(), options),
    list: () => listTokens(sql),
    update: (id, limits) => updateToken(sql, id, limits, { now: now() }),
    rotate: (id, rotation) => rotateToken(sql, id, rotation, now()),
    revoke: (id) => revokeToken(sql, id, now()),
    purge: (id) => purgeAll(() => purgeSome({ sql, store, keys }, id, now())),
  };
}
