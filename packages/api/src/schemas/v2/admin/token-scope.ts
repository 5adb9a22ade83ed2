import { type Static, Type } from 'typebox';

/** What a token may do: each operation needs one of these, and each is about the token's own. */
export const TokenScope = Type.Enum(['scan', 'read', 'delete', 'portrait', 'admin'], {
  description:
    'scan: send files and batches, register webhooks. read: see what was made with the token. delete: remove it. portrait: ask where portraits and signatures are, and see them. admin: everything under `/api/v2/admin`, which shows no identity value.',
});

export type TokenScopeName = Static<typeof TokenScope>;

/** All of them, in the order in which they are shown. */
export const tokenScopes: readonly TokenScopeName[] = ['scan', 'read', 'delete', 'portrait', 'admin'];

/** What a token may do for which nothing was chosen. */
export const usualTokenScopes: readonly TokenScopeName[] = ['scan', 'read', 'delete'];
