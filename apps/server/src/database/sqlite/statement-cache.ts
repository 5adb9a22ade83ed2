import type { PreparedStatement } from './prepared-statement.ts';

/**
 * All texts that are kept together, in characters. Compiled, each takes 20 to 50 bytes outside the
 * heap of JavaScript, where no collection of garbage sees it; those of the service have half as
 * many.
 */
const defaultCharacters = 200_000;

/**
 * Share of them that one text may have: longer ones are lists of values, which never come again.
 */
const maxShare = 1 / 10;

/**
 * Keeps statements compiled, those that were used last. Lists of values make texts of any length
 * and number, so not the texts are counted, but their characters.
 */
export class StatementCache {
  readonly #compile: (sql: string) => PreparedStatement;
  readonly #maxCharacters: number;
  /** By text, in the order of their last use. */
  readonly #kept = new Map<string, PreparedStatement>();
  #characters = 0;

  constructor(compile: (sql: string) => PreparedStatement, maxCharacters = defaultCharacters) {
    this.#compile = compile;
    this.#maxCharacters = maxCharacters;
  }

  /** Returns a statement, compiled now or before. @throws what SQLite says of its text */
  prepare(sql: string): PreparedStatement {
    const known = this.#kept.get(sql);
    const statement = known ?? this.#compile(sql);
    if (known) this.#kept.delete(sql);
    else if (sql.length > maxShare * this.#maxCharacters) return statement;
    else this.#characters += sql.length;
    this.#kept.set(sql, statement);
    for (const [oldest] of this.#kept) {
      if (this.#characters <= this.#maxCharacters) break;
      this.#kept.delete(oldest);
      this.#characters -= oldest.length;
    }
    return statement;
  }
}
