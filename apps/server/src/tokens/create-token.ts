import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { createTokenText, hashToken } from './token-text.ts';
import { notifyTokensChanged } from './tokens-channel.ts';

export type CreatedToken = { readonly id: string; readonly name: string; readonly token: string };

/**
 * Makes a token with scans of its own.
 *
 * @param name what people recognise it by; need not be unique
 * @param text the token itself, where the operator chose it
 * @returns the token's text, which cannot be had again
 */
export async function createToken(sql: Kysely<Tables>, name: string, text: string = createTokenText()): Promise<CreatedToken> {
  const id = randomUUID();
  await sql.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('tokens')
      .values({ id, owner_id: randomUUID(), name, hash: hashToken(text), created_at: new Date() })
      .execute();
    await notifyTokensChanged(transaction);
  });
  return { id, name, token: text };
}
