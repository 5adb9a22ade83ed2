/**
 * What `LISTEN` and `NOTIFY` are to PostgreSQL, within one process: messages that a transaction
 * sends arrive when it has committed.
 */
export class Notifications {
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();
  #pending: { readonly channel: string; readonly payload: string }[] = [];

  /** Sends a message with the transaction that is open, or with the statement that runs. */
  send(channel: string, payload: string): void {
    this.#pending.push({ channel, payload });
  }

  /** The transaction has committed. */
  deliver(): void {
    if (this.#pending.length === 0) return;
    const messages = this.#pending;
    this.#pending = [];
    for (const { channel, payload } of messages) for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
  }

  /** The transaction was rolled back. */
  discard(): void {
    this.#pending = [];
  }

  /** Returns how to stop listening. */
  listen(channel: string, listener: (payload: string) => void): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    return () => void listeners.delete(listener);
  }
}
