import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Makes the condition of a table with owners that finds the owner's row of this id. A range of one
 * id, so that SQLite goes by the index that begins with the owner: by the primary key it would read
 * somebody else's row before it turned it down, which takes longer than to find none.
 */
export function isOwnRow(ownerId: string, id: number | string): RawBuilder<SqlBool> {
  return sql<SqlBool>`owner_id = ${ownerId} and id between ${id} and ${id}`;
}
