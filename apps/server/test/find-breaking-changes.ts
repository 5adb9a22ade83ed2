import type { Kysely, TableMetadata } from 'kysely';
import type { Tables } from '../src/database/tables.ts';

/** The tables of a database with their columns, Kysely's own left out. */
export function readSchema(database: Kysely<Tables>): Promise<TableMetadata[]> {
  return database.introspection.getTables();
}

/**
 * Returns what a process of the version before would stumble over: what is gone or of another type,
 * what may no longer be left out. New tables and columns that it need not know are none of it.
 */
export function findBreakingChanges(before: readonly TableMetadata[], after: readonly TableMetadata[]): string[] {
  return before.flatMap((table) => {
    const found = after.find(({ name }) => name === table.name);
    if (!found) return [`${table.name} is gone`];
    const changed = table.columns.flatMap((column) => {
      const later = found.columns.find(({ name }) => name === column.name);
      if (!later) return [`${table.name}.${column.name} is gone`];
      if (later.dataType !== column.dataType) return [`${table.name}.${column.name} was ${column.dataType} and is ${later.dataType}`];
      return column.isNullable && !later.isNullable ? [`${table.name}.${column.name} may not be null any more`] : [];
    });
    const added = found.columns.filter(({ name }) => table.columns.every((column) => column.name !== name));
    const needed = added.filter(({ isNullable, hasDefaultValue }) => !isNullable && !hasDefaultValue);
    return [...changed, ...needed.map(({ name }) => `${table.name}.${name} is new and has no default`)];
  });
}
