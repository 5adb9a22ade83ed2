import type { TokenScopeName } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { type CreatedToken, createToken } from './create-token.ts';
import { type ListedToken, listTokens } from './list-tokens.ts';
import { type Purged, purgeAll, purgeSome } from './purge-token.ts';
import { revokeToken } from './revoke-token.ts';

/** What an operator can do with tokens, with or without a running server. */
export type Tokens = {
  readonly create: (name: string, scopes?: readonly TokenScopeName[]) => Promise<CreatedToken>;
  readonly list: () => Promise<ListedToken[]>;
  /** False when there is no open token with this id. */
  readonly revoke: (id: string) => Promise<boolean>;
  /**
   * Revokes a token and deletes all that was made with it. Undefined when there never was a token
   * with this id.
   */
  readonly purge: (id: string) => Promise<Purged | undefined>;
};

/** The operations on an open database. */
export function tokensOf(sql: Kysely<Tables>, store: ObjectStore, keys: KeyRing): Tokens {
  return {
    create: (name, scopes = []) => createToken(sql, name, { scopes }),
    list: () => listTokens(sql),
    revoke: (id) => revokeToken(sql, id, new Date()),
    purge: (id) => purgeAll(() => purgeSome({ sql, store, keys }, id, new Date())),
  };
}
