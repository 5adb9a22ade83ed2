/**
 * Gives jobs their turns so that owners are served one after the other, each with one job, however
 * many of them one owner has sent.
 *
 * This is start-time fair queueing with jobs of equal cost: P. Goyal, H. M. Vin and H. Cheng,
 * Start-time fair queueing, IEEE/ACM Transactions on Networking 5 (1997).
 */
export class OwnerTurns {
  readonly #next = new Map<string, number>();
  #now = 0;

  /**
   * Returns the turn of one more job of an owner: after its last one, but not before what is served
   * now.
   */
  take(owner: string): number {
    const turn = Math.max(this.#now, this.#next.get(owner) ?? 0);
    this.#next.set(owner, turn + 1);
    return turn;
  }

  /** A job with this turn is served now. */
  begin(turn: number): void {
    this.#now = Math.max(this.#now, turn);
  }
}
