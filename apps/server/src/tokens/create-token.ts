import { randomUUID } from 'node:crypto';
import type { TokenScopeName } from '@ocr-web/api';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { joinScopes } from './token-scopes.ts';
import { createTokenText, hashToken } from './token-text.ts';
import { notifyTokensChanged } from './tokens-channel.ts';

/** `created_at` is ISO 8601. */
export type CreatedToken = { readonly id: string; readonly name: string; readonly token: string; readonly created_at: string };

export type CreateTokenOptions = {
  /** What it may do beyond its own scans. Nothing when missing. */
  readonly scopes?: readonly TokenScopeName[];
  /** The token itself, where the operator chose it. */
  readonly text?: string | undefined;
};

/**
 * Makes a token with scans of its own.
 *
 * @param name what people recognise it by; need not be unique
 * @returns the token's text, which cannot be had again
 */
export async function createToken(sql: Kysely<Tables>, name: string, options: CreateTokenOptions = {}): Promise<CreatedToken> {
  return await sql.transaction().execute((transaction) => insertToken(transaction, name, options));
}

/** Does what `createToken` does, as a part of a transaction. */
export async function insertToken(
  transaction: Transaction<Tables>,
  name: string,
  { scopes = [], text = createTokenText() }: CreateTokenOptions,
): Promise<CreatedToken> {
  const id = randomUUID();
  const createdAt = new Date();
  await transaction
    .insertInto('tokens')
    .values({ id, owner_id: randomUUID(), name, hash: hashToken(text), scopes: joinScopes(scopes), created_at: createdAt })
    .execute();
  await notifyTokensChanged(transaction);
  return { id, name, token: text, created_at: createdAt.toISOString() };
}
