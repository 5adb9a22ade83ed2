import { randomUUID } from 'node:crypto';
import { type TokenScopeName, usualTokenScopes } from '@ocr-web/api';
import type { Kysely, Transaction } from 'kysely';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import { type ListedToken, listedColumns, toListedToken } from './listed-token.ts';
import { type SomeTokenLimits, toLimitColumns } from './rights/token-limits.ts';
import { joinScopes } from './rights/token-scopes.ts';
import { createTokenText, hashToken, prefixOf } from './token-text.ts';
import { notifyTokensChanged } from './tokens-channel.ts';

/** A new token with its text, the only time that it is known. */
export type CreatedToken = ListedToken & { readonly token: string };

export type CreateTokenOptions = SomeTokenLimits & {
  /** What it may do: send, read and delete scans when missing. */
  readonly scopes?: readonly TokenScopeName[] | undefined;
  /** Undefined: it never expires. */
  readonly expiresAt?: Date | undefined;
  /** The token itself, where the operator chose it. */
  readonly text?: string | undefined;
  /** Who makes it: the operator when missing. */
  readonly actor?: AuditActor | undefined;
  /** Whose scans it opens: those of a new owner when missing. */
  readonly ownerId?: string | undefined;
};

/**
 * Makes a token with scans of its own.
 *
 * @param name what people recognise it by; need not be unique
 * @returns the token with its text, which cannot be had again
 */
export async function createToken(sql: Kysely<Tables>, name: string, now: Date, options: CreateTokenOptions = {}): Promise<CreatedToken> {
  return await sql.transaction().execute((transaction) => insertToken(transaction, name, now, options));
}

/** Does what `createToken` does, as a part of a transaction. */
export async function insertToken(
  transaction: Transaction<Tables>,
  name: string,
  now: Date,
  { scopes = usualTokenScopes, expiresAt, text, actor = 'operator', ownerId = randomUUID(), ...limits }: CreateTokenOptions,
): Promise<CreatedToken> {
  const token = text ?? createTokenText();
  const row = await transaction
    .insertInto('tokens')
    .values({
      id: randomUUID(),
      owner_id: ownerId,
      name,
      hash: hashToken(token),
      // Of a text that somebody chose, nobody knows how much its beginning tells.
      prefix: text === undefined ? prefixOf(token) : null,
      scopes: joinScopes(scopes),
      ...toLimitColumns(limits),
      created_at: now,
      expires_at: expiresAt ?? null,
    })
    .returning(listedColumns)
    .executeTakeFirstOrThrow();
  await recordAuditEvents(transaction, [{ actor, action: 'token.created', subject: row.id }], now);
  await notifyTokensChanged(transaction);
  return { ...toListedToken(row), token };
}
