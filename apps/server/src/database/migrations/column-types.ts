import type { ColumnDataType, ColumnDefinitionBuilder } from 'kysely';
import type { Engine } from '../database.ts';

/**
 * How each kind of column is declared. SQLite's driver reads times and JSON by the declared type
 * (prepared-statement.ts).
 */
export type ColumnTypes = {
  readonly engine: Engine;
  readonly uuid: ColumnDataType;
  readonly time: ColumnDataType;
  readonly json: ColumnDataType;
  /**
   * A primary key that counts up; a number is never given twice, not even when its row was deleted.
   */
  readonly id: { readonly type: ColumnDataType; readonly define: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder };
  /** Refers to such a key. */
  readonly reference: ColumnDataType;
};

const columnTypes: Readonly<Record<Engine, ColumnTypes>> = {
  sqlite: {
    engine: 'sqlite',
    uuid: 'text',
    time: 'timestamp',
    json: 'json',
    id: { type: 'integer', define: (column) => column.primaryKey().autoIncrement() },
    reference: 'integer',
  },
  postgres: {
    engine: 'postgres',
    uuid: 'uuid',
    time: 'timestamptz',
    json: 'json',
    id: { type: 'bigint', define: (column) => column.primaryKey().generatedAlwaysAsIdentity() },
    reference: 'bigint',
  },
};

/** Returns the types of an engine. */
export function columnTypesOf(engine: Engine): ColumnTypes {
  return columnTypes[engine];
}
