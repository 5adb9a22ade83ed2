/** How much is kept, and for how long. */
export type CacheLimits = {
  /** Of all values together, in whatever `set` says of each. */
  readonly maxWeight: number;
  /** From `set` on, milliseconds. */
  readonly maxAgeMs: number;
};

type Entry<Value> = { readonly value: Value; readonly weight: number; readonly expiresAt: number };

/**
 * Keeps values in memory for a short time. The oldest go first when there are too many, and none
 * stays longer than it may, also when nobody asks any more.
 */
export class ExpiringCache<Value> {
  readonly #limits: CacheLimits;
  /** By key, the oldest first. */
  readonly #entries = new Map<string, Entry<Value>>();
  #weight = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: CacheLimits) {
    this.#limits = limits;
  }

  set(key: string, value: Value, weight = 1): void {
    this.delete(key);
    if (weight > this.#limits.maxWeight) return;
    this.#entries.set(key, { value, weight, expiresAt: performance.now() + this.#limits.maxAgeMs });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limits.maxWeight) break;
      this.delete(oldest);
    }
    this.#timer ??= this.#sweepIn(this.#limits.maxAgeMs);
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  delete(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }

  #sweepIn(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#sweep(), ms).unref();
  }

  #sweep(): void {
    this.#timer = undefined;
    for (const [key, { expiresAt }] of this.#entries) {
      const leftMs = expiresAt - performance.now();
      if (leftMs > 0) {
        this.#timer = this.#sweepIn(leftMs);
        return;
      }
      this.delete(key);
    }
  }
}
