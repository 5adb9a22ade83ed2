/** Tells a value once it has held for a while: what flickers from frame to frame helps nobody. */
export type Stabiliser<Value> = {
  /**
   * @param now milliseconds of any clock
   * @returns the value, once, when it has held long enough and is another one than the last
   */
  update(value: Value, now: number): Value | undefined;
};

/** @param holdMs how long a value must hold, milliseconds */
export function createStabiliser<Value>(holdMs: number): Stabiliser<Value> {
  let told: Value | undefined;
  let seen: { readonly value: Value; readonly since: number } | undefined;
  return {
    update: (value, now) => {
      if (seen?.value !== value) seen = { value, since: now };
      if (value === told || now - seen.since < holdMs) return undefined;
      told = value;
      return value;
    },
  };
}
