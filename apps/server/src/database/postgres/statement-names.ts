/** From this use of a text on it is worth a name: what comes once or twice is not. */
const usesBeforeName = 3;

/** Most texts that get names: each costs a server some memory on every connection. */
const maxNames = 128;

/** Texts whose uses are counted before they have a name. */
const maxCounted = 256;

/** Longer ones are lists of values, which hardly come again, and would fill the memory. */
const maxCharacters = 10_000;

/**
 * What `*` stands for changes when a process of a newer version adds a column to a table, and a
 * server refuses a prepared statement whose columns have changed. Those of a JSON array stay.
 */
const allColumns = /\bselect\s+(?:[\w"]+\.)?\*\s+from\s+(?!json_to_recordset)|\breturning\s+(?:[\w"]+\.)?\*/i;

/**
 * Gives names to the statements that are sent again and again: a server prepares a named statement
 * once on each connection, and then neither parses nor plans it any more.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #uses = new Map<string, number>();

  /** Returns the name of a statement; undefined where it is to be sent without one. */
  nameOf(text: string): string | undefined {
    if (text.length > maxCharacters) return undefined;
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= maxNames) return undefined;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses < usesBeforeName || !isPreparable(text)) {
      this.#count(text, uses);
      return undefined;
    }
    this.#uses.delete(text);
    const name = `statement_${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }

  #count(text: string, uses: number): void {
    if (!this.#uses.has(text) && this.#uses.size >= maxCounted) this.#uses.clear();
    this.#uses.set(text, uses);
  }
}

/** Only single statements can be prepared, and only those that read or write rows have a plan. */
function isPreparable(text: string): boolean {
  return /^\s*(?:select|insert|update|delete|with)\b/i.test(text) && !text.includes(';') && !allColumns.test(text);
}
