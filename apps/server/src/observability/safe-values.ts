/**
 * Tells whether a value may leave the service in a log line or a trace. Each check is so narrow
 * that nothing read from a document, and nothing that a client wrote, passes it as text.
 */
export type SafeCheck<Value> = (value: unknown) => value is Value;

/** Checks by name: what may be said, and in which form. */
export type SafeTable = Readonly<Record<string, SafeCheck<unknown>>>;

/** The values that a table lets through, by name. */
export type SafeValues<Table extends SafeTable> = {
  readonly [Name in keyof Table]?: (Table[Name] extends SafeCheck<infer Value> ? Value : never) | undefined;
};

export const isNumber: SafeCheck<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

export const isBoolean: SafeCheck<boolean> = (value): value is boolean => typeof value === 'boolean';

export const isTime: SafeCheck<Date> = (value): value is Date => value instanceof Date;

/** One of the words of a closed list. */
export function isOneOf<const Word extends string>(words: readonly Word[]): SafeCheck<Word> {
  const known: ReadonlySet<unknown> = new Set(words);
  return (value): value is Word => known.has(value);
}

/** A text of hexadecimal digits, small letters, and hyphens, such as a UUID or a `traceparent`. */
export const isHexId: SafeCheck<string> = (value): value is string =>
  typeof value === 'string' && /^[\da-f]{2,64}(-[\da-f]{2,64}){3,4}$/.test(value);

/** Passes what the check passes, and `null`. */
export function isNullOr<Value>(check: SafeCheck<Value>): SafeCheck<Value | null> {
  return (value): value is Value | null => value === null || check(value);
}

/**
 * Copies what the table names and its checks pass.
 *
 * @returns the copy, and how many values were left out because they are unknown or fail their check
 */
export function pickSafe(
  table: SafeTable,
  values: Readonly<Record<string, unknown>>,
): { picked: Record<string, unknown>; withheld: number } {
  const picked: Record<string, unknown> = {};
  let withheld = 0;
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const check = Object.hasOwn(table, name) ? table[name] : undefined;
    if (check?.(value)) picked[name] = value;
    else withheld += 1;
  }
  return { picked, withheld };
}
