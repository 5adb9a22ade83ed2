/** How many of the last changes are known by their rows. */
const maxKnown = 1000;

/**
 * What a feed has heard of lately: so that whoever knew a row as it was at a moment need not look
 * at it again to find out that nothing has happened since.
 */
export class RecentChanges {
  #heard = 0;
  /** Of each row the number of its last change; the oldest change comes first. */
  readonly #last = new Map<number, number>();
  /** Of the last change whose row is not known any more, or was never heard. */
  #forgotten = 0;

  /** Returns the number of the last change that was heard. */
  mark(): number {
    return this.#heard;
  }

  note(id: number): void {
    this.#heard += 1;
    this.#last.delete(id);
    this.#last.set(id, this.#heard);
    if (this.#last.size <= maxKnown) return;
    const [oldest] = this.#last;
    if (!oldest) return;
    this.#forgotten = oldest[1];
    this.#last.delete(oldest[0]);
  }

  /** Anything may have happened to any row. */
  noteGap(): void {
    this.#heard += 1;
    this.#forgotten = this.#heard;
    this.#last.clear();
  }

  /** Tells whether something may have happened to a row since a mark was taken. */
  mayHaveChanged(id: number, since: number): boolean {
    return this.#forgotten > since || (this.#last.get(id) ?? 0) > since;
  }
}
