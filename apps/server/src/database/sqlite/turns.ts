/** A mutual exclusion lock that is handed on in the order in which it was asked for. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  /**
   * Takes the lock. Returns undefined when it was free, otherwise a promise that resolves when it
   * is the caller's turn.
   */
  take(): Promise<void> | undefined {
    if (this.#isTaken) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    return undefined;
  }

  /** Hands the lock to whoever has waited longest. */
  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}
