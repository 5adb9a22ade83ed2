import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { BlindIndex } from './blind-index.ts';

type Referenced = 'scans' | 'batches';

/** The condition that an owner's row has a reference; of a row of before the index, too. */
export function hasReference<Table extends Referenced>(
  where: ExpressionBuilder<Tables, Table>,
  indexOf: BlindIndex,
  ownerId: string,
  reference: string,
): Expression<SqlBool> {
  const row = where as unknown as ExpressionBuilder<Tables, 'scans'>;
  return row.or([
    row('reference_index', '=', indexOf(ownerId, reference)),
    row.and([row('reference_index', 'is', null), row('reference', '=', reference)]),
  ]);
}
