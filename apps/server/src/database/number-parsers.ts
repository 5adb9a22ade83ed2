const int8 = 20;

/**
 * Parsers by PostgreSQL type, set alike on every driver: `pg` would give text for bigint and
 * count(*), SQLite a number or a BigInt.
 *
 * @throws RangeError instead of rounding silently
 */
export const numberParsers: Readonly<Record<number, (text: string) => number>> = {
  [int8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError('A bigint of the database does not fit a JavaScript number.');
    return value;
  },
};
