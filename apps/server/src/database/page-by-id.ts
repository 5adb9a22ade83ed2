import { type SelectQueryBuilder, sql } from 'kysely';

/** A page of a list, newest first. */
export type Page<Row> = {
  readonly rows: readonly Row[];
  /** Below which id the next page begins; undefined at the end. */
  readonly next: number | undefined;
};

/**
 * Takes a page of what a query selects, by its ids (keyset pagination): rows that come or go
 * meanwhile shift nothing.
 *
 * @param limit most rows of the page
 * @param below only rows with smaller ids, which are older; undefined from the newest on
 */
export async function pageById<Schema, Table extends keyof Schema, Row extends { readonly id: number }>(
  query: SelectQueryBuilder<Schema, Table, Row>,
  limit: number,
  below: number | undefined,
): Promise<Page<Row>> {
  const id = sql.ref<number>('id');
  const older = below === undefined ? query : query.where(id, '<', below);
  const found = await older
    .orderBy(id, 'desc')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? rows.at(-1)?.id : undefined };
}
